"""Imports point one way, and nothing heavy is imported before it is used."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import assistant

ROOT = Path(assistant.__file__).parent
# Who may import whom: a module imports from the tiers before its own, and from its own package.
# A part that is not listed may stand anywhere, but hides nothing: what it imports, its users import.
TIERS = (
    {"late"},
    {"model", "errors"},
    {"folders"},
    {"language", "places"},
    {"cards"},
    {"lexicon"},
    {"index", "records", "naming"},
    {"labels"},
    {"presentation"},
    {"compiled"},
    {"store"},
    {"checks"},
    {"trees"},
    {"grammar"},
    {"ellipsis"},
    {"knowledge"},
    {"library"},
    {"compiler"},
    {"choosing"},
    {"steps"},
    {"operators"},
    {"queries"},
    {"dialogue"},
    {"trace"},
    {"worded", "set_aside", "everyday"},
    {"timely", "by_parts"},
    {"otherwise"},
    {"alone", "readable", "considered"},
    {"within", "partial", "upward", "asked_back", "applied"},
    {"inquiry"},
    {"nearest"},
    {"refusals"},
    {"journey"},
    {"engine", "evaluation"},
    {"learning"},
    {"faq"},
    {"front"},
    {"__main__", ""},
)
# Modules that stand in another tier than their package: names and trees are known before they are asked for.
APART = {
    "assistant.choosing.labels": "labels",
    "assistant.choosing.figures": "queries",
    "assistant.choosing.breakdowns": "queries",
    "assistant.choosing.classed": "queries",
    "assistant.choosing.kinds": "queries",
    "assistant.choosing.adding": "operators",
    "assistant.dialogue.ellipsis": "ellipsis",
    "assistant.queries.tree": "trees",
    "assistant.queries.spreading": "trees",
}
RANK = {name: rank for rank, names in enumerate(TIERS) for name in names}
# What may point upwards after all, and only inside a function.
LAZILY = {("assistant.knowledge", "assistant.compiler.bundle")}
# Third-party packages that may be imported with a module, by the package that it stands in.
HEAVY = {
    "assistant.compiler": {"yaml"},
    "assistant.front": {"prompt_toolkit", "platformdirs"},
    "assistant.front.http": {
        *(
            "anyio",
            "fastapi",
            "h11",
            "limits",
            "prometheus_client",
            "pydantic",
            "starlette",
            "uvicorn",
        ),
    },
    "assistant.front.mcp": {"anyio", "h11", "mcp", "mcp_types", "pydantic", "starlette", "uvicorn"},
}
# What of such a package anybody may import with a module, for it imports nothing heavy itself.
LIGHT = {
    "assistant.front.http": {"assistant.front.http", "assistant.front.http.settings"},
    "assistant.front.mcp": {"assistant.front.mcp"},
}


@dataclass(frozen=True)
class Import:
    """One imported module: by whom, on which line, inside a function or not, for types only."""

    importer: str
    imported: str
    line: int
    lazy: bool
    typing: bool

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in ROOT.rglob("*.py"):
        parts = ["assistant", *path.relative_to(ROOT).with_suffix("").parts]
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def read(module: str, source: str, known: frozenset[str]) -> Iterator[Import]:
    """All imports of a module; `from package import submodule` imports the submodule."""

    def walk(node: ast.AST, lazy: bool, typing: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import | ast.ImportFrom):
                for name in _named(child, known):
                    yield Import(module, name, child.lineno, lazy, typing)
            function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            yield from walk(child, lazy or function, typing or types)

    yield from walk(ast.parse(source), False, False)


def _named(node: ast.Import | ast.ImportFrom, known: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    assert node.level == 0, "imports name the whole module"
    for alias in node.names:
        whole = f"{node.module}.{alias.name}"
        yield whole if whole in known else str(node.module)


@cache
def imports() -> tuple[Import, ...]:
    known = frozenset(modules())
    return tuple(
        found
        for module, path in modules().items()
        for found in read(module, path.read_text(encoding="utf-8"), known)
    )


@cache
def inner() -> tuple[Import, ...]:
    return tuple(found for found in imports() if found.imported.split(".")[0] == "assistant")


def part(module: str) -> str:
    """The part of the house that a module belongs to: `compiler` of `assistant.compiler.terms`."""
    return APART.get(module) or (module.split(".") + [""])[1]


def seen_through(found: Import) -> Iterator[Import]:
    """The import, or where it leads to a part that is not listed, what that part imports."""
    todo, done = [found.imported], {found.imported}
    while todo:
        module = todo.pop()
        if part(module) in RANK:
            yield replace(found, imported=module)
            continue
        for further in (f.imported for f in inner() if f.importer == module):
            if further not in done:
                done.add(further)
                todo.append(further)


def reached(name: str) -> set[str]:
    """The parts that this part imports, anywhere in its files."""
    mine = [found for found in inner() if part(found.importer) == name]
    assert mine
    return {part(way.imported) for found in mine for way in seen_through(found)}


def points_upwards(found: Import) -> bool:
    if part(found.importer) == part(found.imported):
        return False
    if found.lazy and (found.importer, found.imported) in LAZILY:
        return False
    # A front may ask the package itself for its version.
    if found.imported == "assistant":
        return part(found.importer) not in ("front", "__main__")
    return RANK[part(found.importer)] <= RANK[part(found.imported)]


def test_the_house_is_read() -> None:
    assert {"assistant", "assistant.model", "assistant.compiler.report"} <= set(modules())
    assert len(inner()) > 50
    lazily = {(found.importer, found.imported) for found in inner() if found.lazy}
    assert lazily >= LAZILY


def test_imports_point_one_way() -> None:
    listed = [found for found in inner() if part(found.importer) in RANK]
    ways = [way for found in listed for way in seen_through(found)]
    assert [str(way) for way in ways if points_upwards(way)] == []


def test_the_compiler_knows_nothing_of_questions() -> None:
    assert reached("compiler") & {"steps", "operators", "journey", "engine", "front"} == set()


def test_questions_know_nothing_of_the_compiler_or_of_a_front() -> None:
    for name in ("steps", "operators", "journey"):
        assert reached(name) & {"compiler", "checks", "front"} == set(), name


def test_only_a_front_imports_a_front() -> None:
    users = {part(found.importer) for found in inner() if part(found.imported) == "front"}
    assert users <= {"front", "__main__"}


def test_the_model_imports_nothing_of_the_house() -> None:
    outer = [f for f in inner() if part(f.imported) != part(f.importer)]
    assert [str(f) for f in outer if part(f.importer) in ("model", "errors")] == []


def test_no_modules_import_each_other() -> None:
    graph: dict[str, set[str]] = {}
    for found in inner():
        if not (found.lazy or found.typing) and found.importer != found.imported:
            graph.setdefault(found.importer, set()).add(found.imported)
    assert list(TopologicalSorter(graph).static_order())


def test_nothing_heavy_is_imported_with_a_module() -> None:
    ours = frozenset(inner())
    outer = [f for f in imports() if not (f.lazy or f.typing or f in ours)]
    foreign = [f for f in outer if f.imported.split(".")[0] not in sys.stdlib_module_names]
    unasked = [str(f) for f in foreign if f.imported.split(".")[0] not in heavy(f.importer)]
    assert unasked == []


def heavy(module: str) -> set[str]:
    """The third-party packages that this module may import."""
    return {name for home in HEAVY if within(module, home) for name in HEAVY[home]}


def within(module: str, home: str) -> bool:
    return f"{module}.".startswith(f"{home}.")


def test_nothing_that_is_heavy_is_imported_on_the_way() -> None:
    eager = [f for f in inner() if not (f.lazy or f.typing)]
    for home, light in LIGHT.items():
        ways = [f for f in eager if within(f.imported, home) and not within(f.importer, home)]
        assert [str(f) for f in ways if f.imported not in light and not may_follow(f)] == []
        own = [f for f in imports() if f.importer in light and not (f.lazy or f.typing)]
        assert [str(f) for f in own if f.imported.split(".")[0] in HEAVY[home]] == []


def may_follow(way: Import) -> bool:
    """May the importer itself import everything that this brings with it?"""
    todo, done = [way.imported], {way.imported}
    while todo:
        module = todo.pop()
        for found in imports():
            if found.importer != module or found.lazy or found.typing:
                continue
            package = found.imported.split(".")[0]
            if package == "assistant" and found.imported not in done:
                done.add(found.imported)
                todo.append(found.imported)
            elif package not in sys.stdlib_module_names | heavy(way.importer) | {"assistant"}:
                return False
    return True


SOURCE = """
from typing import TYPE_CHECKING
import assistant.model
from assistant.steps import link, gone
if TYPE_CHECKING:
    from assistant.engine import Assistant
def late():
    import yaml
    class Inner:
        from assistant.compiler import terms
"""


def test_imports_are_read_wherever_they_stand() -> None:
    known = frozenset({"assistant.steps.link", "assistant.compiler.terms"})
    found = {f.imported: (f.lazy, f.typing) for f in read("x", SOURCE, known)}
    assert found == {
        "typing": (False, False),
        "assistant.model": (False, False),
        "assistant.steps.link": (False, False),
        "assistant.steps": (False, False),
        "assistant.engine": (False, True),
        "yaml": (True, False),
        "assistant.compiler.terms": (True, False),
    }


@pytest.mark.parametrize(
    ("importer", "imported", "lazy", "wrong"),
    [
        ("assistant.lexicon", "assistant.model", False, False),
        ("assistant.lexicon", "assistant.language.pinyin", True, False),
        ("assistant.language.script", "assistant.lexicon", False, True),
        ("assistant.model", "assistant.errors", False, True),
        ("assistant.knowledge", "assistant.compiler.bundle", True, False),
        ("assistant.knowledge", "assistant.compiler.bundle", False, True),
        ("assistant.knowledge", "assistant.compiler.report", True, True),
        ("assistant.compiler.terms", "assistant.compiler.yamlfile", False, False),
        ("assistant.compiler.report", "assistant.steps.link", True, True),
        ("assistant.steps.match", "assistant.operators.ground", False, True),
        ("assistant.operators.ground", "assistant.steps.match", False, False),
        ("assistant.front.cli", "assistant.compiler.report", True, False),
        ("assistant.front.cli", "assistant", True, False),
        ("assistant.steps.word", "assistant", True, True),
        ("assistant.journey", "assistant.front.cli", True, True),
    ],
)
def test_what_points_upwards(importer: str, imported: str, lazy: bool, wrong: bool) -> None:
    assert points_upwards(Import(importer, imported, 1, lazy, False)) is wrong
