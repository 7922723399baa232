"""An installation with packages missing, in a real environment: what is said, when, and how it is mended."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import jieba
import pexpect
import pytest

from assistant import parts
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(jieba.__file__).parents[1]
ASKED = '{"id": "1", "q": "连州市进驻多少项"}\n'
BASE = ("jieba", "opencc", "pypinyin", "rapidfuzz", "pyyaml")


class Environment(NamedTuple):
    """A virtual environment whose packages are those of this one, except for some."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def gongkai(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return self.run([str(self.python), "-m", "assistant", *words], given)

    def run(self, command: list[str], given: str = "") -> subprocess.CompletedProcess[str]:
        unwanted = ("PYTHONPATH", "PYTHONHOME", "GONGKAI", "PIP")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(unwanted)}
        wheels = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.folder / "wheels")}
        return subprocess.run(
            command, input=given, capture_output=True, text=True, cwd=ROOT, env={**kept, **wheels},
            timeout=PATIENCE, check=False,
        )  # fmt: skip

    def complaint(self, *words: str, given: str = "") -> str:
        done = self.gongkai(*words, given=given)
        assert (done.returncode, done.stdout) == (2, "")
        (line,) = done.stderr.splitlines()
        return line

    def says(self, *packages: str, pip: bool = False) -> str:
        """The complaint about these packages."""
        install = f"{self.python} -m pip install {shlex.join(packages)}"
        first = "" if pip else f"{self.python} -m ensurepip && "
        return (
            f"gongkai: 没有装齐所需的程序包，缺少 {'、'.join(packages)}，请先安装：{first}{install}"
        )


Make = Callable[..., Environment]


@pytest.fixture
def without(tmp_path: Path) -> Make:
    """Makes an environment without these modules."""

    def make(*modules: str) -> Environment:
        folder = tmp_path / "environment"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        (site,) = folder.glob("lib/python*/site-packages")
        for entry in SITE.iterdir():
            if entry.suffix != ".pth" and not is_of(entry.name, modules):
                (site / entry.name).symlink_to(entry)
        return Environment(folder)

    return make


def is_of(entry: str, modules: Iterable[str]) -> bool:
    """Is this a file or folder of one of these packages, or what pip knows of it?"""
    names = {name for module in modules for name in (module, DISTRIBUTIONS.get(module, module))}
    return re.split(r"[-.]", entry.lower())[0] in {name.lower() for name in names}


# Where what pip knows of a package has another name than its module.
DISTRIBUTIONS = {"yaml": "pyyaml", "docx": "python_docx", "psycopg": "psycopg"}


def test_every_missing_package_is_named_before_the_first_question(without: Make) -> None:
    poor = without("jieba", "opencc", "pypinyin", "yaml", "rapidfuzz", "pip")
    for words in (["ask", "--jsonl"], ["ask", "連州市進駐多少項"], [], ["check"], ["explain", "x"]):
        assert poor.complaint(*words, given=ASKED) == poor.says(*BASE)
    # What a command needs besides is named with them.
    assert poor.complaint("mcp") == poor.says(*BASE)


def test_what_is_installed_for_one_command_does_for_all_of_them(without: Make) -> None:
    poor = without("pypinyin", "tqdm", "prompt_toolkit", "pip")
    said = poor.says("pypinyin", "prompt-toolkit", "tqdm")
    assert poor.complaint("ask", "--jsonl", given=ASKED) == said


def test_a_command_goes_without_what_only_others_need(without: Make) -> None:
    poor = without("tqdm", "prompt_toolkit", "platformdirs", "fastapi", "mcp", "docx", "pip")
    done = poor.gongkai("ask", "--jsonl", given=ASKED)
    assert (done.returncode, done.stderr) == (0, "")
    assert "669" in done.stdout
    said = poor.says("platformdirs", "prompt-toolkit", "tqdm")
    assert poor.complaint("compile") == said


def test_a_conversation_at_a_terminal_needs_more_than_one_through_a_pipe(without: Make) -> None:
    poor = without("prompt_toolkit", "pip")
    assert "669" in poor.gongkai(given="连州市进驻多少项\n").stdout
    command = [str(poor.python), "-m", "assistant"]
    terminal = pexpect.spawn(command[0], command[1:], cwd=ROOT, encoding="utf-8", timeout=PATIENCE)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 2
    assert terminal.before.split() == poor.says("prompt-toolkit").split()


def test_help_versions_and_what_reads_no_question_need_nothing(without: Make) -> None:
    poor = without("jieba", "opencc", "pypinyin", "yaml", "rapidfuzz", "tqdm", "prompt_toolkit")
    for words in (["--help"], ["--version"], ["serve", "--help"], ["source", "qingyuan-2013"]):
        done = poor.gongkai(*words)
        assert (done.returncode, done.stderr) == (0, ""), words


def test_parts_are_named_before_work_begins(without: Make, tmp_path: Path) -> None:
    poor = without(
        *("fastapi", "uvicorn", "mcp", "docx", "xlsxwriter", "pdfplumber", "selectolax"),
        *("psycopg", "openpyxl", "pip"),
    )
    serve, postgres = ("fastapi", "uvicorn"), "psycopg[binary]"
    assert poor.complaint("serve") == poor.says(*serve)
    assert poor.complaint("serve", "--store", "postgresql://u@h/d") == poor.says(*serve, postgres)
    assert poor.complaint("mcp") == poor.says("mcp")
    store = ("--store", "postgres://u@127.0.0.1:1/d")
    assert poor.complaint("ask", "x", *store) == poor.says(postgres)
    assert poor.complaint("diff", "knowledge", store[1]) == poor.says(postgres)
    page = tmp_path / "page.docx"
    faq = ("faq", "qingyuan-2013", "--output", str(page))
    assert poor.complaint(*faq) == poor.says("python-docx")
    assert poor.complaint(*faq, "--format", "xlsx") == poor.says("openpyxl", "xlsxwriter")

    # Text stands before what cannot be read: nothing of it is compiled first.
    shelf = tmp_path / "reports"
    for name in ("a.txt", "b.pdf", "c.htm", "d.docx", "e.xlsx"):
        (shelf / name[0]).mkdir(parents=True)
        (shelf / name[0] / f"source.{name[2:]}").write_text("一、概述\n", encoding="utf-8")
    store = ("--store", str(tmp_path / "reports.db"))
    said = poor.says("python-docx", "selectolax", "pdfplumber", "openpyxl", "xlsxwriter")
    assert poor.complaint("compile", str(shelf), *store) == said
    assert not (tmp_path / "reports.db").exists()


def test_a_folder_with_the_name_of_a_package_is_not_the_package(
    without: Make, tmp_path: Path
) -> None:
    poor = without("jieba", "pip")
    (site,) = poor.folder.glob("lib/python*/site-packages")
    (site / "jieba").mkdir()
    assert poor.complaint("ask", "x") == poor.says("jieba")


def test_what_a_package_needs_itself_is_missed_in_one_line(without: Make) -> None:
    poor = without("pydantic", "pip")
    line = poor.complaint("serve")
    assert "缺少 pydantic，请先安装：" in line
    assert f"{poor.python} -m pip install jieba opencc" in line
    assert "fastapi" in line


def test_what_only_the_workers_of_the_service_import_is_missed_too(without: Make) -> None:
    poor = without("annotated_types", "pip")
    done = poor.gongkai("serve", "--port", "0")
    *_, line = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert "缺少 annotated_types，请先安装：" in line


def test_the_command_that_is_named_mends_it(without: Make) -> None:
    poor = without("jieba", "rapidfuzz")
    line = poor.complaint("ask", "--jsonl", given=ASKED)
    assert line == poor.says("jieba", "rapidfuzz", pip=True)
    (poor.folder / "wheels").mkdir()
    for name in ("jieba", "rapidfuzz"):
        a_wheel(poor.folder / "wheels", name)
    mended = poor.run(shlex.split(line.partition("请先安装：")[2]))
    assert mended.returncode == 0, mended.stderr
    done = poor.gongkai("ask", "--jsonl", given=ASKED)
    assert (done.returncode, done.stderr) == (0, "")


def a_wheel(folder: Path, name: str) -> None:
    """A package of this name that can be installed, with nothing in it."""
    info = f"{name}-9.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-9.0-py3-none-any.whl", "w") as file:
        file.writestr(f"{name}/__init__.py", "")
        file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 9.0\n")
        file.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        file.writestr(f"{info}/RECORD", "")


def test_what_is_looked_for_is_what_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = declared["optional-dependencies"]
    apart = {"all", "bench", "dev", "lookalike"}
    base = [name for part in parts.BASE.values() for name in part.values()]
    assert sorted(base) == sorted(map(name_of, declared["dependencies"]))
    assert {part: list(names.values()) for part, names in parts.EXTRAS.items()} == {
        part: list(map(name_of, wanted)) for part, wanted in extras.items() if part not in apart
    }


def name_of(requirement: str) -> str:
    return re.split("[<>=!~;]", requirement)[0]


def test_from_a_checkout_what_is_wanting_is_installed_on_first_use(without: Make) -> None:
    poor = without("jieba", "rapidfuzz")
    (poor.folder / "wheels").mkdir()
    command = [str(poor.python), "-m", "assistant", "ask", "--jsonl"]
    alone = ["env", "GONGKAI_INSTALLS=1", *command]
    # Where it cannot be had, that is said in a line, and nothing is answered.
    done = poor.run(alone, ASKED)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == "gongkai: 安装失败，请检查网络后再运行一次"
    for name in ("jieba", "rapidfuzz"):
        a_wheel(poor.folder / "wheels", name)
    done = poor.run(alone, ASKED)
    assert done.returncode == 0, done.stderr
    assert "669" in done.stdout
    assert (
        done.stderr.splitlines()[0] == "缺少 jieba、rapidfuzz，正在安装（只在第一次，需要联网）……"
    )
    assert poor.run(alone, ASKED).stderr == ""
