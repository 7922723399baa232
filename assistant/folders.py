"""Where the files of knowledge are, and what stands in one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

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


def read_yaml(path: Path) -> Any:
    """What a file of knowledge holds, by libyaml where PyYAML was built with it: ten times as fast."""
    import yaml

    return yaml.load(
        path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
