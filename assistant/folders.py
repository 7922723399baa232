"""Where the files of knowledge are."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.errors import KnowledgeError

VARIABLE = "GONGKAI_KNOWLEDGE"


def knowledge_folder() -> Path:
    """Where `knowledge/` is: one's own, named by `GONGKAI_KNOWLEDGE`, else the bundled one.

    Raises `KnowledgeError` where the variable names no such folder.
    """
    own = os.environ.get(VARIABLE, "")
    if not own:
        return bundled_folder()
    if not (Path(own) / "terms").is_dir():
        raise KnowledgeError(
            f"{VARIABLE}={own}: 不是 knowledge 文件夹（里面要有 terms），请检查路径，或取消这个变量"
        )
    return Path(own)


def bundled_folder() -> Path:
    """Where the knowledge is that travels with the package: inside it, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"
