"""The packages that each part of the work needs, looked for without importing any of them.

The names are those of `pyproject.toml`: what stands here beside a module is what brings it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from assistant.errors import PartsError

# What every installation has: for answering, for a conversation at a terminal, for showing progress.
BASE: Mapping[str, Mapping[str, str]] = {
    "answers": {
        "jieba": "jieba",
        "opencc": "opencc",
        "pypinyin": "pypinyin",
        "rapidfuzz": "rapidfuzz",
        "yaml": "pyyaml",
    },
    "terminal": {"platformdirs": "platformdirs", "prompt_toolkit": "prompt-toolkit"},
    "progress": {"tqdm": "tqdm"},
}
EXTRAS: Mapping[str, Mapping[str, str]] = {
    "docx": {"docx": "python-docx"},
    "html": {"selectolax": "selectolax"},
    "mcp": {"mcp": "mcp"},
    "pdf": {"pdfplumber": "pdfplumber"},
    "postgres": {"psycopg": "psycopg[binary]"},
    "serve": {
        "fastapi": "fastapi",
        "jinja2": "jinja2",
        "limits": "limits",
        "prometheus_client": "prometheus-client",
        "rcssmin": "rcssmin",
        "rjsmin": "rjsmin",
        "uvicorn": "uvicorn",
    },
    "xlsx": {"openpyxl": "openpyxl", "xlsxwriter": "xlsxwriter"},
}


def need(*parts: str) -> None:
    """See that these parts are there; raises `PartsError` that names every package to be installed.

    Where one is wanting, so may others of what every installation has: they are named with it, so that
    nobody has to install twice.
    """
    if any(_missing(part) for part in parts):
        wanted = dict.fromkeys((*BASE, *parts))
        packages = tuple(package for part in wanted for package in _missing(part))
        said = f"没有装齐所需的程序包，缺少 {'、'.join(packages)}，{mend(*packages)}"
        raise PartsError(said, packages)


def mend(*packages: str) -> str:
    """How to install these packages for the interpreter that runs this."""
    python = sys.executable or "python3"
    pip = [python, "-m", "pip", "install", *packages]
    steps = [pip] if find_spec("pip") else [[python, "-m", "ensurepip"], pip]
    return f"请先安装：{' && '.join(map(_typed, steps))}"


def install(packages: Sequence[str]) -> bool:
    """Install packages for the interpreter that runs this, in the versions that the project declares."""
    import subprocess
    from importlib.metadata import PackageNotFoundError, requires

    try:
        declared = requires("gongkai") or []
    except PackageNotFoundError:
        declared = []
    named = {_name(r): r.partition(";")[0].strip() for r in declared}
    wanted = [named.get(_name(package), package) for package in packages]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*pip, *wanted], check=False, stdout=sys.stderr).returncode == 0


def _name(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower()


def packages_of(*parts: str) -> tuple[str, ...]:
    """The packages of these parts, there or not."""
    return tuple(dict.fromkeys(package for part in parts for package in _modules(part).values()))


def _modules(part: str) -> Mapping[str, str]:
    return BASE[part] if part in BASE else EXTRAS[part]


def _missing(part: str) -> tuple[str, ...]:
    return tuple(name for module, name in _modules(part).items() if not _is_there(module))


def _is_there(module: str) -> bool:
    """Can it be imported? A folder that only has its name is not it."""
    found = find_spec(module)
    return found is not None and found.origin is not None


def _typed(words: list[str]) -> str:
    """The words as they are typed at a prompt."""
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return join(words)
