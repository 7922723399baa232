"""The READMEs show what happens: each example is run in order, and must come out as it stands there.

`python -m tests.test_readme` writes what comes out now into the READMEs, to be reviewed as a diff.
A `…` in what a README shows stands for anything. A command that ends in `&` runs on until the end; the service is
given a free port in the place of its own.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple, Self

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")
COMMANDS = ("gongkai", "test")
FENCED = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PRINTED = re.compile(r"^(print\(.*\)  # ).*$", re.MULTILINE)
FIGURE = re.compile(r"\d[\d.]*%?")
OFFERED = re.compile(r"^(?:还可以问|请选择).*?(?=^公开>|\Z)", re.MULTILINE | re.DOTALL)
COLUMNS = 80
PORT = "127.0.0.1:8000"


class Example(NamedTuple):
    """A fenced block: its language, the file that it is or changes, its text and where that stands."""

    language: str
    file: str
    text: str
    start: int
    end: int


def examples(readme: str) -> list[Example]:
    return [Example(m[1], m[2], m[3], m.start(3), m.end(3)) for m in FENCED.finditer(readme)]


class Checkout:
    """A copy of the project in which a README's examples are run, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self._home = folder / "home"
        for part in ("assistant", "knowledge"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, self.folder / part, ignore=ignored)
        commands = folder / "bin"
        commands.mkdir()
        for name, words in (("gongkai", "-m assistant "), ("python", "")):
            command = commands / name
            command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n')
            command.chmod(0o755)
        path = f"{commands}{os.pathsep}{os.environ['PATH']}"
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self._address = f"127.0.0.1:{port}"
        self._environment = {
            **os.environ,
            "PATH": path,
            "PYTHONPATH": str(self.folder),
            "GONGKAI_PORT": str(port),
        }
        self._running: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running:
            process.terminate()
            process.communicate(timeout=PATIENCE)

    def outcome(self, example: Example) -> str:
        """What the example says when it is run now."""
        match example.language:
            case "console":
                return self._console(example.text)
            case "python":
                return self._python(example.text)
            case "diff":
                self._change(example)
            case "sh":
                self._is_command(example.text)
            case "text" if not example.file:
                return self._conversation(example.text)
            case _:
                self._write(example)
        return example.text

    def _console(self, text: str) -> str:
        said = []
        for line in text.splitlines():
            if line.startswith("$ "):
                run = self._start if line.endswith(" &") else self._run
                outcome = run("bash", "-c", line[2:].removesuffix(" &"))
                end = "" if outcome.endswith("\n") or not outcome else "\n"
                said.append(f"{line}\n{outcome}{end}")
        return "".join(said)

    def _start(self, *words: str) -> str:
        """The first line that a command says which runs on."""
        process = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=self.folder,
            env=self._environment,
            text=True,
            encoding="utf-8",
        )
        self._running.append(process)
        assert process.stdout
        return process.stdout.readline().replace(self._address, PORT)

    def _python(self, text: str) -> str:
        printed = iter(self._run(sys.executable, "-c", text).splitlines())
        return PRINTED.sub(lambda line: line[1] + next(printed), text)

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [word.replace(PORT, self._address) for word in words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=self.folder,
            env=self._environment,
            timeout=PATIENCE,
            check=False,
        )
        said = done.stdout.decode()
        assert done.returncode in (0, 1), said
        assert "Traceback" not in said, said
        return said.replace(str(self.folder), "…")

    def _change(self, example: Example) -> None:
        path = self.folder / example.file
        lines = example.text.splitlines()
        old, new = ("".join(f"{n[1:]}\n" for n in lines if n[0] in kept) for kept in (" -", " +"))
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{example.file} does not hold the line of the README: {old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def _write(self, example: Example) -> None:
        path = self.folder / example.file
        path.parent.mkdir(exist_ok=True)
        path.write_text(example.text, encoding="utf-8")

    def _is_command(self, text: str) -> None:
        for line in text.splitlines():
            assert line in [f".ci/{command}" for command in COMMANDS]

    def _conversation(self, text: str) -> str:
        """The same questions asked in a terminal: its screen, without the empty prompt at the end."""
        sys.path.insert(0, str(ROOT / "tests" / "front" / "repl"))
        from repl_screen import PROMPT, Terminal

        with Terminal(self._home, COLUMNS, env={"NO_COLOR": "1"}) as terminal:
            for line in text.splitlines():
                if line.startswith(PROMPT):
                    terminal.ask(line.removeprefix(PROMPT).strip())
                    terminal.ready()
            return str(terminal.transcript().rpartition(PROMPT)[0])


def agrees(example: Example, outcome: str) -> bool:
    """Does a README show this? Of a conversation, the figures of each answer must be the same."""
    if example.language == "text" and not example.file:
        return _figures(example.text) == _figures(outcome)
    pattern = re.escape(example.text).replace("…", ".*?")
    return re.fullmatch(pattern, outcome, re.DOTALL) is not None


def _figures(conversation: str) -> list[list[str]]:
    replies = OFFERED.sub("", conversation).split("公开>")
    return [FIGURE.findall(reply) for reply in replies]


@pytest.mark.parametrize("name", READMES)
def test_examples_come_out_as_they_are_shown(name: str, tmp_path: Path) -> None:
    shown = examples((ROOT / name).read_text(encoding="utf-8"))
    if name != READMES[0]:
        # The others show the same, as the next test sees; only comments in Python differ, which may ask a service.
        shown = [e for e in shown if e.language == "python" or " &\n" in e.text]
    with Checkout(tmp_path) as checkout:
        for example in shown:
            outcome = checkout.outcome(example)
            if not agrees(example, outcome):
                before, now = example.text.splitlines(), outcome.splitlines()
                changes = "\n".join(difflib.unified_diff(before, now, name, "now", lineterm=""))
                pytest.fail(f"`python -m tests.test_readme` mends it:\n{changes}", pytrace=False)


def test_both_readmes_show_the_same() -> None:
    ours, theirs = (examples((ROOT / name).read_text(encoding="utf-8")) for name in READMES)
    for one, other in zip(ours, theirs, strict=True):
        assert one[:2] == other[:2]
        if one.language != "python":
            assert one.text == other.text


@pytest.mark.parametrize("name", READMES)
def test_files_that_are_named_exist(name: str) -> None:
    prose = FENCED.sub("", (ROOT / name).read_text(encoding="utf-8"))
    made = {Path(e.file).parent for e in examples((ROOT / name).read_text(encoding="utf-8"))}
    named = re.findall(r"`((?:assistant|knowledge|tests)/[\w./-]*)`", prose)
    named += re.findall(r"\]\(([\w./-]+)\)", prose)
    assert len(named) > 10
    assert not [n for n in named if not (ROOT / n).exists() and Path(n) not in made]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_two_commands_are_there(command: str) -> None:
    path = ROOT / ".ci" / command
    assert os.access(path, os.X_OK)
    subprocess.run(["sh", "-n", str(path)], check=True)


def mend() -> None:
    for name in READMES:
        path = ROOT / name
        readme = mended = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder, Checkout(Path(folder)) as checkout:
            outcomes = [(e, checkout.outcome(e)) for e in examples(readme)]
        for example, outcome in reversed(outcomes):
            if "…" not in example.text or not agrees(example, outcome):
                mended = mended[: example.start] + outcome + mended[example.end :]
        path.write_text(mended, encoding="utf-8")
        print(f"{name}: {'unchanged' if mended == readme else 'mended'}")


if __name__ == "__main__":
    mend()
