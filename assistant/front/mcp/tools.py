"""The tools: what each takes, does and gives. Nothing here knows of the protocol."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from assistant.engine import Assistant
from assistant.errors import ReportError
from assistant.folders import read_yaml
from assistant.front.checking import as_data, as_lines, checked
from assistant.front.http.schemas import Answer, Question, Reports
from assistant.front.invalid import complaint
from assistant.front.mcp.schemas import Checked, Nothing, Passage, Some, Stretch
from assistant.front.render import noted, table
from assistant.model import Report

KEPT = 64


class Refused(ValueError):
    """A call that is not done; the message says why, in one Chinese sentence."""


class Outcome(NamedTuple):
    """What a call gives: text to read, and the same as data."""

    text: str
    data: dict[str, Any]


class Desk:
    """The assistant that the tools ask, and the sentences that they say."""

    def __init__(self, assistant: Assistant, folder: Path) -> None:
        """Over this assistant, with the sentences of this `knowledge/` folder."""
        self.assistant = assistant
        self.said = read_yaml(folder / "clients.yaml")
        self._shapes = read_yaml(folder / "service.yaml")
        self._over = lru_cache(KEPT)(assistant.only)

    def call(self, name: str, arguments: Mapping[str, Any]) -> Outcome:
        """Do what is asked; raises `Refused` where the arguments will not do."""
        tool = TOOLS[name]
        try:
            wanted = tool.takes.model_validate(arguments)
        except ValidationError as fault:
            [first, *_] = fault.errors()
            said = complaint(self._shapes, first, ("arguments", *first["loc"]))
            raise Refused(said) from None
        try:
            return tool.do(self, wanted)
        except ReportError as fault:
            raise Refused(f"{fault}。") from None

    def refusal(self, code: str, **slots: object) -> Refused:
        """The refusal with this sentence."""
        return Refused(self.said["errors"][code].format_map(slots))

    def over(self, reports: list[str]) -> Assistant:
        """The assistant over all reports, or over these; raises `ReportError` for one that is not there."""
        return self._over(tuple(sorted(set(reports)))) if reports else self.assistant

    def report(self, identity: str) -> Report:
        """A report with its text; raises `Refused` where it is not there."""
        found = self.assistant.report(identity)
        if found is None:
            raise self.refusal("no_such_source")
        return found


def answer(desk: Desk, wanted: Question) -> Outcome:
    """The answer to a question, its citations as numbered notes."""
    found = desk.over(wanted.reports).answer(wanted.question, wanted.history)
    return Outcome(noted(found), found.to_dict())


def list_reports(desk: Desk, _wanted: Nothing) -> Outcome:
    """What can be asked."""
    summaries = desk.assistant.summaries
    rows = [(s.card.id, str(s.card.year), s.card.title) for s in summaries]
    return Outcome(table(rows), {"reports": [s.to_dict() for s in summaries]})


def get_source(desk: Desk, wanted: Stretch) -> Outcome:
    """The exact text of a report, or a stretch of it."""
    report = desk.report(wanted.report)
    characters = len(report.source)
    end = characters if wanted.end is None else wanted.end
    if not wanted.start <= end <= characters:
        raise desk.refusal("bad_range", characters=characters)
    text = report.source[wanted.start : end]
    data = {
        "report": report.id,
        "title": report.title,
        "start": wanted.start,
        "end": end,
        "characters": characters,
        "text": text,
    }
    return Outcome(f"{desk.said['passage'].format_map(data)}\n\n{text}", data)


def check(desk: Desk, wanted: Some) -> Outcome:
    """What in the reports contradicts itself."""
    rules = desk.assistant.knowledge().rules
    results = checked(wanted.reports, desk.assistant.cards, desk.report, rules)
    titles = {card.id: card.title for card in desk.assistant.cards}
    return Outcome("\n".join(as_lines(results, rules, titles)), as_data(results))


class Tool(NamedTuple):
    """A tool: the shapes of what it takes and gives, and what does it."""

    takes: type[BaseModel]
    gives: type[BaseModel]
    do: Callable[[Desk, Any], Outcome]


TOOLS: Mapping[str, Tool] = {
    "answer": Tool(Question, Answer, answer),
    "list_reports": Tool(Nothing, Reports, list_reports),
    "get_source": Tool(Stretch, Passage, get_source),
    "check": Tool(Some, Checked, check),
}
