"""Self-made adversaries: how they are made, how answers are judged, and that none misleads.

`GONGKAI_ADVERSARIES=all` asks them all; without it some two hundred and forty stand for the rest.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.adversaries import Asked, Pair, Tally, generate, run
from assistant.adversaries.material import load_material
from assistant.adversaries.noises import spelled
from assistant.adversaries.tally import Outcome, judge
from assistant.engine import Assistant
from assistant.errors import KnowledgeError, ReportError
from assistant.knowledge import Knowledge, load
from assistant.language.numerals import parse
from assistant.model import Answer, Citation, Figure, Report, Value

REPORT = "qingyuan-2013"
SAMPLE = 240
ENOUGH = 3000


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(reports=[REPORT])


@pytest.fixture(scope="module")
def report(knowledge: Knowledge) -> Report:
    return knowledge.report(REPORT)


@pytest.fixture(scope="module")
def pairs(knowledge: Knowledge, report: Report) -> Sequence[Pair]:
    return generate(report, knowledge, load_material())


# --------------------------------------------------------------------------- making them


def test_the_same_seed_makes_the_same_questions(knowledge: Knowledge, report: Report) -> None:
    few = replace(report, figures=report.figures[:5])
    one, same, other = (generate(few, knowledge, load_material(), seed) for seed in (0, 0, 1))
    assert one == same != other


def test_there_are_enough_and_each_differs_from_its_twin(pairs: Sequence[Pair]) -> None:
    twins = [pair.twin for pair in pairs if pair.twin]
    texts = [pair.question.text for pair in pairs] + [twin.text for twin in twins]
    assert len(texts) == len(set(texts)) >= ENOUGH
    assert len(twins) > 0.9 * len(pairs)
    assert all(p.twin.figure == p.question.figure for p in pairs if p.twin)


def test_every_figure_noise_and_kind_of_twin_is_there(
    report: Report, pairs: Sequence[Pair]
) -> None:
    labels = load_material().labels
    assert {p.question.figure for p in pairs} == {f.id for f in report.figures}
    assert {p.question.noise for p in pairs} == set(labels["noises"])
    of_cells = {"cell_column", "cell_row", "crossed"}
    assert {p.twin.twin for p in pairs if p.twin} == set(labels["twins"]) - of_cells
    assert {p.question.claim for p in pairs} == {*labels["claims"], ""}


def test_a_small_number_speaks_of_all_figures(report: Report, pairs: Sequence[Pair]) -> None:
    first = pairs[: len(report.figures)]
    assert {p.question.figure for p in first} == {f.id for f in report.figures}


def test_no_slot_is_left_unfilled(pairs: Sequence[Pair]) -> None:
    texts = [q.text for p in pairs for q in (p.question, p.twin) if q]
    assert all(text and "{" not in text and "None" not in text for text in texts)


def test_twins_name_what_the_report_does_not(report: Report, pairs: Sequence[Pair]) -> None:
    plain = [p for p in pairs if p.twin and p.question.noise in ("none", "synonym")]
    years = [p.twin.text for p in plain if p.twin and p.twin.twin == "year"]
    assert years
    assert not any(str(report.year) in text for text in years)
    measures = [p.twin.text for p in plain if p.twin and p.twin.twin == "measure"]
    absent = [m for m in load_material().twins["measures"] if m not in report.source]
    assert all(any(m in text for m in absent) for text in measures)


@pytest.mark.parametrize(
    "number", ["7", "10", "18", "205", "1535", "6211", "12826", "1000003", "1.2"]
)
def test_numbers_in_words_are_read_as_the_same_number(number: str) -> None:
    assert parse(spelled(Decimal(number))) == Decimal(number)


def test_a_frame_with_an_unknown_slot_is_refused(tmp_path: Path) -> None:
    data = Path(__file__).resolve().parents[1] / "knowledge" / "adversaries.yaml"
    text = data.read_text(encoding="utf-8").replace("{who}有多少{unit}{noun}", "{whom}有多少", 1)
    (tmp_path / "adversaries.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"adversaries\.yaml:\d+: .*whom"):
        load_material(tmp_path)
    with pytest.raises(KnowledgeError, match="没有这个文件"):
        load_material(tmp_path / "elsewhere")


# --------------------------------------------------------------------------- judging answers


@pytest.fixture(scope="module")
def figure(report: Report) -> Figure:
    return next(f for f in report.figures if f.kind == "count" and f.value)


def answered(figure: Figure, report: Report, polarity: str | None = None) -> Answer:
    at = Citation(report.id, report.title, "", figure.quote, figure.start, figure.end)
    value = Value(str(figure.value), figure.unit, figure.bound, figure.text)
    return Answer("", "answered", "", (value,), polarity, (at,))


def test_only_this_figure_with_its_proof_is_right(figure: Figure, report: Report) -> None:
    asked = Asked("多少？", figure.id, "")
    good = answered(figure, report)
    elsewhere = replace(good.citations[0], start=0, end=1)
    wrong = replace(good.values[0], value="1" + good.values[0].value)
    assert judge(asked, good, figure, report) == Outcome.RIGHT
    assert judge(asked, replace(good, citations=(elsewhere,)), figure, report) == Outcome.MISLED
    assert judge(asked, replace(good, values=(wrong,)), figure, report) == Outcome.MISLED
    assert judge(asked, replace(good, values=()), figure, report) == Outcome.REFUSED
    assert judge(asked, Answer("", "unanswered", ""), figure, report) == Outcome.REFUSED


def test_asking_back_is_right_only_where_it_is_fair(figure: Figure, report: Report) -> None:
    asked, back = Asked("多少？", figure.id, ""), Answer("", "clarify", "")
    assert judge(asked, back, figure, report) == Outcome.CLARIFIED
    assert judge(replace(asked, fair=True), back, figure, report) == Outcome.RIGHT


def test_a_claim_must_get_its_verdict(figure: Figure, report: Report) -> None:
    claim = Asked("是吗？", figure.id, "", claim="changed", polarity="no")
    assert judge(claim, answered(figure, report, "no"), figure, report) == Outcome.RIGHT
    assert judge(claim, answered(figure, report, "yes"), figure, report) == Outcome.MISLED
    assert judge(claim, answered(figure, report), figure, report) == Outcome.REFUSED


def test_a_twin_must_not_be_answered(figure: Figure, report: Report) -> None:
    twin = Asked("多少？", figure.id, "", twin="year")
    assert judge(twin, answered(figure, report), figure, report) == Outcome.MISLED
    assert judge(twin, Answer("", "unanswered", ""), figure, report) == Outcome.RIGHT
    assert judge(twin, Answer("", "clarify", ""), figure, report) == Outcome.CLARIFIED


# --------------------------------------------------------------------------- asking them


@pytest.fixture(scope="module")
def tally() -> Tally:
    everything = os.environ.get("GONGKAI_ADVERSARIES") == "all"
    return run(Assistant(reports=[REPORT]), REPORT, None if everything else SAMPLE)


def test_nothing_misleads(tally: Tally) -> None:
    lines = [f"{e.asked.text} → {e.said}" for e in tally.misled]
    assert not lines, "\n" + "\n".join(lines)


# A part of the questions may fall short of what all of them reach.
FLOOR = Decimal("0.97") if os.environ.get("GONGKAI_ADVERSARIES") == "all" else Decimal("0.95")


def test_most_are_answered(tally: Tally) -> None:
    lines = [f"{e.asked.text} → {e.said}" for e in tally.missed]
    assert tally.recall >= FLOOR, "\n" + "\n".join(lines)


def test_the_tally_adds_up(tally: Tally) -> None:
    for groups in (tally.frames, tally.noises):
        assert sum(c.asked for c in groups) == tally.answerable.asked
    assert sum(c.asked for c in tally.twin_kinds) == tally.twins.asked
    for count in (tally.answerable, tally.twins):
        assert count.asked == count.right + count.clarified + count.refused + count.misled
    assert len(tally.missed) == tally.answerable.clarified + tally.answerable.refused


def test_an_unknown_report_is_refused() -> None:
    with pytest.raises(ReportError, match="没有编号"):
        run(Assistant(reports=[REPORT]), "nowhere-1900")
