"""Thousands of reports: a question opens only those that it names."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.compiled import COMPILED, make_index
from assistant.errors import ReportError
from assistant.folders import knowledge_folder
from assistant.index import Index
from assistant.library import open_library
from assistant.model import Card, Report
from tests.compiling import compiler, terms

TEXT = "一、概述\n全县公开信息50条，召开新闻发布会3场。\n"
NAMES = "安平宁昌和泰清远东西南北"
YEARS = range(2010, 2024)


class Counting:
    """A shelf that remembers which reports were opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        places = [f"{first}{last}县" for first, last in product(NAMES, repeat=2) if first != last]
        self._cards = {
            f"{place}-{year}": Card(
                f"{place}-{year}",
                f"{place}{year}年政府信息公开工作年度报告",
                f"{place}人民政府",
                place,
                year,
            )
            for place in places
            for year in YEARS
        }

    def cards(self) -> tuple[Card, ...]:
        return tuple(self._cards.values())

    def report(self, identity: str) -> Report:
        return self.index(identity).report

    def index(self, identity: str) -> Index:
        self.opened.append(identity)
        card = self._cards[identity]
        index = sample(card.year)
        own = {"id": card.id, "title": card.title, "organ": card.organ, "place": card.place}
        return replace(index, report=replace(index.report, **own))


@cache
def sample(year: int) -> Index:
    card = {
        "id": "a",
        "title": "年报",
        "organ": "安平县人民政府",
        "place": "安平县",
    }
    return make_index(compiler().read(TEXT, {**card, "year": str(year)}), terms().names)


@pytest.mark.parametrize(
    ("asked", "opened"),
    [
        ("清远县2012年公开信息多少条", {"清远县-2012"}),
        ("2012年清远县召开新闻发布会几场", {"清远县-2012"}),
        ("清远县2013年比2012年多公开多少条信息", {"清远县-2012", "清远县-2013"}),
    ],
)
def test_only_what_is_named_is_opened(asked: str, opened: set[str]) -> None:
    shelf = Counting()
    answer = Assistant(store=shelf).answer(asked)
    assert answer.status == "answered", answer.text
    assert {citation.report for citation in answer.citations} == opened
    # The year before is opened as well, to hold the two against each other.
    before = {f"{i[:-4]}{int(i[-4:]) - 1}" for i in opened}
    assert opened <= set(shelf.opened) <= opened | before


def test_a_question_that_names_nothing_opens_next_to_nothing() -> None:
    shelf = Counting()
    assert len(shelf.cards()) > 1800
    answer = Assistant(store=shelf).answer("公开信息多少条")
    assert answer.status == "unanswered"
    assert len(shelf.opened) <= 1


@pytest.mark.parametrize("asked", ["你好", "有哪些报告", "谢谢"])
def test_what_is_said_to_the_assistant_speaks_of_all_reports(asked: str) -> None:
    shelf = Counting()
    answer = Assistant(store=shelf).answer(asked)
    assert answer.status == "chat"
    assert asked == "谢谢" or f"{len(shelf.cards())}份" in answer.text
    assert all(re.search(r"县\d{4}年", question) for question in answer.suggestions)
    assert len(shelf.opened) <= 1


def test_what_is_loaded_is_listed_in_part() -> None:
    with pytest.raises(ReportError, match=r"没有编号为“nowhere-1999”的报告.*等\d+份"):
        Assistant(store=Counting(), reports=["nowhere-1999"])


def test_a_folder_is_read_once_for_as_long_as_nothing_in_it_changes(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), folder)
    first = open_library(folder)
    assert open_library(folder, ["qingyuan-2013"]).common is first.common
    os.utime(folder / COMPILED, ns=(0, 0))
    second = open_library(folder)
    assert second.common is not first.common
    terms = folder / "terms" / "measures.yaml"
    known = "新闻发布会: [发布会,"
    text = terms.read_text(encoding="utf-8")
    assert known in text
    terms.write_text(text.replace(known, f"{known} 吹风会,"), encoding="utf-8")
    assert Assistant(folder).answer("吹风会开了几场").values[0].text == "2场"
    assert open_library(folder).common is not second.common
