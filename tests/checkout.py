"""A copy of the project in which the examples of a README are run, and what each of them says now."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import Self

from tests.fewer import keep_each
from tests.front.repl.repl_screen import PROMPT, Terminal
from tests.patience import PATIENCE
from tests.readmes import ROOT, Example

COMMANDS = ("gongkai", "test")
PRINTED = re.compile(r"^(print\(.*\)  # ).*$", re.MULTILINE)
FIGURE = re.compile(r"\d[\d.]*%?")
OFFERED = re.compile(r"^(?:还可以问|请选择).*?(?=^公开>|\Z)", re.MULTILINE | re.DOTALL)
COLUMNS = 80
PORT = "127.0.0.1:8000"
# For the processes of a copy of the project: they use the bytecode that was copied with it.
OWN_BYTECODE = {"PYTHONPYCACHEPREFIX": ""}


def copy_of_the_project(folder: Path) -> None:
    """Copy the package with its knowledge into a folder, and the bytecode that there is of it."""
    for part in ("assistant", "knowledge"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for module in (ROOT / "assistant").rglob("*.py"):
        compiled = Path(cache_from_source(str(module)))
        if compiled.exists():
            beside = (folder / module.relative_to(ROOT)).parent / "__pycache__"
            beside.mkdir(exist_ok=True)
            shutil.copy(compiled, beside)


class Checkout:
    """A copy of the project, with few of its regression questions, in which a README's examples are run in order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self._home = folder / "home"
        copy_of_the_project(self.folder)
        keep_each(20, self.folder / "knowledge")
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
            **OWN_BYTECODE,
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
        with Terminal(self._home, COLUMNS, env={"NO_COLOR": "1"}) as terminal:
            for line in text.splitlines():
                if line.startswith(PROMPT):
                    terminal.ask(line.removeprefix(PROMPT).strip())
                    terminal.ready()
            return terminal.transcript().rpartition(PROMPT)[0]


def agrees(example: Example, outcome: str) -> bool:
    """Does a README show this? Of a conversation, the figures of each answer must be the same."""
    if example.language == "text" and not example.file:
        return figures(example.text) == figures(outcome)
    pattern = re.escape(example.text).replace("…", ".*?")
    return re.fullmatch(pattern, outcome, re.DOTALL) is not None


def figures(conversation: str) -> list[list[str]]:
    """The figures of each reply; what is offered besides may differ."""
    replies = OFFERED.sub("", conversation).split(PROMPT)
    return [FIGURE.findall(reply) for reply in replies]
