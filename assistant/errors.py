"""Mistakes that a person can mend: said in one line, with the place and the mend."""


class KnowledgeError(ValueError):
    """A file of knowledge cannot be used; the message names file, line, and what to do."""


class ReportError(ValueError):
    """A report or its card cannot be compiled or found; the message says what to do."""


class PartsError(ReportError):
    """Packages that are needed are not installed; the message names them and says how to install them."""

    def __init__(self, message: str, packages: tuple[str, ...] = ()) -> None:
        """The message, and the packages as they are installed."""
        super().__init__(message)
        self.packages = packages


class StoreError(ReportError):
    """A store of reports cannot be opened, read or written; the message says what to do."""


class LearningError(ValueError):
    """The log of questions asked in vain cannot be used, or a synonym not be accepted; the message says why."""
