"""Scores answers against question files: what an editor expects, held against what was answered.

A question file has one JSON object a line (`Expectation` says which fields). An answer gets the
`Mark` of the first check that it fails, with the reasons in Chinese; what misleads a reader comes
before what is merely missing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.errors import KnowledgeError
from assistant.language.numerals import find, scaled
from assistant.model import Answer, Value

KINDS = {
    "lookup": "查数字",
    "list": "列举",
    "rank": "排名",
    "compare": "比较",
    "sum": "求和",
    "average": "平均",
    "share": "占比",
    "yesno": "是非",
    "reverse": "由数反查",
    "filter": "筛选",
    "explain": "原因做法",
    "channel": "渠道",
    "basis": "依据",
    "summary": "概括",
    "meta": "报告本身",
    "followup": "追问",
    "unanswered": "应当拒答",
    "ambiguous": "有歧义",
    "false_premise": "前提有误",
    "multi": "一问多项",
    "convert": "换算",
    "chat": "对话",
}
NOISES = {
    "none": "规范",
    "typo": "错字",
    "homophone": "同音字",
    "colloquial": "口语",
    "traditional": "繁体",
    "pinyin": "拼音",
    "cnnum": "中文数字",
    "fullwidth": "全角",
    "noisy": "杂乱",
}
STATUSES = {"answered": "作答", "clarify": "反问", "unanswered": "拒答", "chat": "对话"}
POLARITIES = {"yes": "是", "no": "否"}
REQUIRED = ("id", "q", "kind", "expect")
FIELDS = (
    *REQUIRED,
    *("ctx", "noise", "values", "polarity", "say", "never", "cite", "reports", "why"),
)

SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
# Counts up to this may number the items of a list, so a text may say them without a source.
SMALL = 20
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\|")
GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


class Mark(StrEnum):
    """What an answer is worth; the value is its name for programs, `label` the one for editors."""

    RIGHT = "right"
    REFUSED = "refused"
    WRONG_FIGURE = "wrong_figure"
    OVERANSWERED = "overanswered"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    MISCITED = "miscited"
    UNGROUNDED = "ungrounded"
    BROKEN = "broken"

    @property
    def label(self) -> str:
        """The name that editors read."""
        return LABELS[self]


LABELS = {
    Mark.RIGHT: "正确",
    Mark.REFUSED: "拒答（本可回答）",
    Mark.WRONG_FIGURE: "数字错误",
    Mark.OVERANSWERED: "不该回答",
    Mark.INCOMPLETE: "说法不全",
    Mark.WRONG: "说法不对",
    Mark.MISCITED: "出处不符",
    Mark.UNGROUNDED: "没有依据",
    Mark.BROKEN: "答复残缺",
}
MISLEADING = frozenset({Mark.WRONG_FIGURE, Mark.OVERANSWERED})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An expected figure: the (number, unit) as the report states it, then what counts as well."""

    forms: tuple[tuple[Decimal, str], ...]

    def __str__(self) -> str:
        """As the question file states it."""
        number, unit = self.forms[0]
        return f"{number}{unit}"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A question with what a good answer to it must be; `line` is where it stands in its file.

    `expect` are the accepted statuses, `values` the figures that are the answer, `say` groups of
    wordings of which one each must appear, `never` what must not appear, `cite` verbatim pieces of
    the report that must be cited, `reports` the reports that must be.
    """

    id: str
    question: str
    kind: str
    expect: frozenset[str]
    history: tuple[str, ...] = ()
    noise: str = "none"
    values: tuple[Quantity, ...] = ()
    polarity: str | None = None
    say: tuple[tuple[str, ...], ...] = ()
    never: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer was judged, and why."""

    mark: Mark
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its answer and the verdict."""

    expectation: Expectation
    answer: Answer
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the summary: some questions, and how many of them got which mark."""

    name: str
    total: int
    marks: tuple[tuple[Mark, int], ...]

    @property
    def right(self) -> int:
        """How many are right."""
        return dict(self.marks).get(Mark.RIGHT, 0)

    @property
    def misled(self) -> int:
        """How many give a wrong figure, or answer what cannot be answered."""
        return sum(count for mark, count in self.marks if mark in MISLEADING)


@dataclass(frozen=True, slots=True)
class Refusals:
    """The refusals of questions that can be answered.

    How many there are, how many show the passage in which the answer stands, and how many claim that
    the reports do not hold it, which is untrue.
    """

    total: int
    helped: int
    denied: int


@dataclass(frozen=True, slots=True)
class Summary:
    """All questions together, those to be answered and to be refused, and by kind and noise."""

    whole: Row
    answerable: Row
    refusable: Row
    kinds: tuple[Row, ...]
    noises: tuple[Row, ...]
    refusals: Refusals


# --------------------------------------------------------------------------- reading questions


def read_questions(path: Path) -> tuple[Expectation, ...]:
    """The questions of a file.

    Raises `KnowledgeError` with file, line and mend for what cannot be read or does not hold.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as fault:
        raise KnowledgeError(f"{path}: 没有这个文件，请检查路径") from fault
    except IsADirectoryError as fault:
        raise KnowledgeError(f"{path}: 是文件夹，请写出其中的问题文件") from fault
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise KnowledgeError(f"{path}:{line}: 不是 UTF-8 文字，请另存为 UTF-8") from fault
    found: dict[str, Expectation] = {}
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        where = f"{path}:{number}"
        expectation = _Line(where, _object(row, where)).expectation(number)
        if expectation.id in found:
            first = found[expectation.id].line
            raise KnowledgeError(f"{where}: 编号「{expectation.id}」第{first}行已经用过，请换一个")
        found[expectation.id] = expectation
    if not found:
        raise KnowledgeError(f"{path}: 没有问题，请每行写一个带 id、q、kind、expect 的 JSON 对象")
    return tuple(found.values())


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise KnowledgeError(f"{where}: 不是有效的 JSON，请检查引号、逗号和括号") from fault
    if not isinstance(row, dict):
        raise KnowledgeError(f"{where}: 应当是一个 JSON 对象，请写成 {{…}}")
    return row


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a question file, read field by field."""

    where: str
    row: Mapping[str, Any]

    def expectation(self, number: int) -> Expectation:
        for name in self.row:
            if name not in FIELDS:
                raise self.fault(f"不认识的字段「{name}」，可用的是：{'、'.join(FIELDS)}")
        for name in REQUIRED:
            if not self.row.get(name):
                raise self.fault(f"缺少「{name}」，请补上")
        return Expectation(
            id=self.text("id"),
            question=self.text("q"),
            kind=self.one_of("kind", KINDS),
            expect=frozenset(self.each_of("expect", STATUSES)),
            history=self.texts("ctx"),
            noise=self.one_of("noise", NOISES) if self.row.get("noise") else "none",
            values=tuple(self.quantity(value) for value in self.items("values")),
            polarity=self.one_of("polarity", POLARITIES) if self.row.get("polarity") else None,
            say=tuple(self.group(group) for group in self.items("say")),
            never=self.texts("never"),
            cite=self.texts("cite"),
            reports=self.texts("reports"),
            line=number,
        )

    def fault(self, message: str) -> KnowledgeError:
        return KnowledgeError(f"{self.where}: {message}")

    def text(self, name: str) -> str:
        value = self.row[name]
        if not isinstance(value, str):
            raise self.fault(f"「{name}」应当是文字，请加上引号")
        return value

    def one_of(self, name: str, known: Iterable[str]) -> str:
        value = self.text(name)
        if value not in known:
            raise self.fault(f"「{name}」不能是「{value}」，可用的是：{'、'.join(known)}")
        return value

    def each_of(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        for value in self.texts(name):
            if value not in known:
                raise self.fault(f"「{name}」里不能有「{value}」，可用的是：{'、'.join(known)}")
        return self.texts(name)

    def items(self, name: str) -> list[Any]:
        value = self.row.get(name) or []
        if not isinstance(value, list):
            raise self.fault(f"「{name}」应当是列表，请写成 [...]")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        return self.group(self.items(name), name)

    def group(self, value: Any, name: str = "say") -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(f'「{name}」里应当是文字，请写成 ["…", "…"]')
        return tuple(value)

    def quantity(self, value: Any) -> Quantity:
        if not isinstance(value, dict):
            raise self.fault('「values」里应当写成 {"value": "669", "unit": "项"}')
        alternatives = value.get("alt") or []
        if not isinstance(alternatives, list):
            raise self.fault("「alt」应当是列表，请写成 [...]")
        return Quantity(tuple(self.form(form) for form in [value, *alternatives]))

    def form(self, form: Any) -> tuple[Decimal, str]:
        stated = form if isinstance(form, dict) else {}
        number, unit = decimal(stated.get("value")), stated.get("unit", "")
        if number is None or not isinstance(unit, str):
            shown = json.dumps(form, ensure_ascii=False)
            raise self.fault(
                f'「values」里的 {shown} 不是数字和单位，请写成 {{"value": "669", "unit": "项"}}'
            )
        return number, unit


# --------------------------------------------------------------------------- judging an answer


@dataclass(frozen=True, slots=True)
class _Case:
    expectation: Expectation
    answer: Answer
    sources: Mapping[str, str]


Check = Callable[[_Case], Iterable[str]]


def judge(expectation: Expectation, answer: Answer, sources: Mapping[str, str]) -> Verdict:
    """The verdict on an answer; `sources` are the reports' exact texts by their ids."""
    case = _Case(expectation, answer, sources)
    answered = answer.status == "answered"
    for mark, check in (*CHECKS, *(CHECKS_OF_ANSWERED if answered else CHECKS_OF_OTHERS)):
        reasons = tuple(check(case))
        if reasons:
            return Verdict(mark, reasons)
    return Verdict(Mark.RIGHT)


def _no_answer(case: _Case) -> Iterator[str]:
    if case.answer.status not in STATUSES:
        yield f"状态“{case.answer.status}”没有定义"
    if not case.answer.text.strip():
        yield "答复没有文字"


def _should_not_answer(case: _Case) -> Iterator[str]:
    answer = case.answer
    if answer.status == "answered" and "answered" not in case.expectation.expect:
        yield f"应当{_accepted(case)}，却作了回答"
    if answer.status != "answered" and answer.values:
        yield f"{STATUSES[answer.status]}时不应给出数字，却给出了{_said(answer.values[0])}"


def _should_answer(case: _Case) -> Iterator[str]:
    accepted = case.expectation.expect
    if case.answer.status not in accepted and "answered" in accepted:
        yield f"本可回答，却{STATUSES[case.answer.status]}"


def _other_way(case: _Case) -> Iterator[str]:
    if case.answer.status not in case.expectation.expect:
        yield f"应当{_accepted(case)}，却{STATUSES[case.answer.status]}"


def _forbidden(case: _Case) -> Iterator[str]:
    text = folded(case.answer.text)
    yield from (f"不应当说“{word}”" for word in case.expectation.never if folded(word) in text)


def _false_figures(case: _Case) -> Iterator[str]:
    """Figures given that are not the answer; those of the citation or the question may be added."""
    wanted, given = case.expectation.values, case.answer.values
    strangers = [v for v in given if not any(_is(value=v, quantity=q) for q in wanted)]
    missing = [q for q in wanted if not any(_is(value=v, quantity=q) for v in given)]
    if strangers and missing:
        yield f"应当是{'、'.join(map(str, missing))}，却给出{'、'.join(map(_said, strangers))}"
    elif strangers and wanted:
        beside = _figures([*case.expectation.history, case.expectation.question])
        beside |= _figures(MARKUP.sub(" ", cite) for cite in case.expectation.cite)
        yield from (f"多给了{_said(v)}" for v in strangers if not _sizes(v) & beside)


def _missing_figures(case: _Case) -> Iterator[str]:
    for quantity in case.expectation.values:
        if not any(_is(value=v, quantity=quantity) for v in case.answer.values):
            yield f"没有给出{quantity}"


def _contrary(case: _Case) -> Iterator[str]:
    wanted, given = case.expectation.polarity, case.answer.polarity
    if wanted and given != wanted:
        yield f"应当判断为“{POLARITIES[wanted]}”，却是“{POLARITIES.get(given or '', '未判断')}”"


def _unsaid(case: _Case) -> Iterator[str]:
    text = folded(case.answer.text)
    for group in case.expectation.say:
        if not any(folded(word) in text for word in group):
            yield f"没有说到“{'／'.join(group)}”"


def _uncited(case: _Case) -> Iterator[str]:
    quotes = [_bare(citation.quote) for citation in case.answer.citations]
    for cite in case.expectation.cite:
        wanted = _bare(cite)
        if not any(quote and _overlap(wanted, quote) for quote in quotes):
            stated = any(wanted in _bare(source) for source in case.sources.values())
            yield f"没有引用“{cite}”" + ("" if stated else "（报告里也没有这句，请核对题目）")
    cited = {citation.report for citation in case.answer.citations}
    yield from (f"没有引用报告 {r}" for r in case.expectation.reports if r not in cited)


def _unproved(case: _Case) -> Iterator[str]:
    """Citations that are no verbatim span, and figures that nothing supports."""
    answer, asked = case.answer, case.expectation
    for citation in answer.citations:
        source = case.sources.get(citation.report)
        if source is not None and source[citation.start : citation.end] != citation.quote:
            yield f"引文与原文不一致：“{citation.quote[:30]}”"
    cited = (t for c in answer.citations for t in (c.quote, c.section, c.title, c.report))
    support = _figures([asked.question, *asked.history, *cited])
    if answer.computation:
        support |= _figures([answer.computation.expression, *answer.computation.operands])
    for value in answer.values:
        if not answer.computation and not _supports(support, value):
            yield f"{_said(value)}没有依据"
        support |= _sizes(value)
    for number in sorted(_figures([answer.text], digits_only=True) - support):
        if number > SMALL:
            yield f"文字里的{number}没有依据"


CHECKS: tuple[tuple[Mark, Check], ...] = (
    (Mark.BROKEN, _no_answer),
    (Mark.OVERANSWERED, _should_not_answer),
    (Mark.REFUSED, _should_answer),
    (Mark.WRONG, _other_way),
)
CHECKS_OF_ANSWERED: tuple[tuple[Mark, Check], ...] = (
    (Mark.WRONG_FIGURE, _false_figures),
    (Mark.INCOMPLETE, _missing_figures),
    (Mark.WRONG, _contrary),
    (Mark.WRONG, _forbidden),
    (Mark.INCOMPLETE, _unsaid),
    (Mark.MISCITED, _uncited),
    (Mark.UNGROUNDED, _unproved),
)
CHECKS_OF_OTHERS: tuple[tuple[Mark, Check], ...] = ((Mark.WRONG, _forbidden),)


def _accepted(case: _Case) -> str:
    return "或".join(said for status, said in STATUSES.items() if status in case.expectation.expect)


def _said(value: Value) -> str:
    return f"{value.value}{value.unit}"


# --------------------------------------------------------------------------- comparing


def folded(text: str) -> str:
    """Without what does not change the meaning: width, case, white space, thousands separators.

    >>> folded("共 12,826 条（ＰＤＦ）")
    '共12826条(pdf)'
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(GROUPING.sub("", plain).split())


def decimal(text: object) -> Decimal | None:
    """The number that a value states, or None.

    >>> decimal("12,826"), decimal("50%"), decimal("许多")
    (Decimal('12826'), Decimal('50'), None)
    """
    plain = unicodedata.normalize("NFKC", str(text)).strip().rstrip("%").replace(",", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _bare(text: str) -> str:
    return folded(MARKUP.sub("", text))


def _overlap(wanted: str, quote: str) -> bool:
    return wanted in quote or (len(quote) >= 4 and quote in wanted)


def _with_scale(number: Decimal, unit: str) -> tuple[tuple[Decimal, str], ...]:
    """A figure as stated, and in full where its unit begins with 万 or 亿."""
    stated = ((number, unit),)
    if unit[:1] in SCALES:
        return (*stated, (number * SCALES[unit[0]], unit[1:]))
    return stated


def _is(*, value: Value, quantity: Quantity) -> bool:
    number = decimal(value.value)
    given = _with_scale(number, value.unit) if number is not None else ()
    wanted = (full for form in quantity.forms for full in _with_scale(*form))
    return any(n == m and _same_unit(u, unit) for m, unit in wanted for n, u in given)


def _same_unit(given: str, wanted: str) -> bool:
    given, wanted = folded(given), folded(wanted)
    return not wanted or wanted in given or (given != "" and given in wanted)


def _supports(figures: set[Decimal], value: Value) -> bool:
    """Is the value among these figures, or one of them in full (a table may put 万 in its head)?"""
    number = decimal(value.value)
    full = (figure * scale for figure in figures for scale in SCALES.values())
    return bool(_sizes(value) & figures) or number in set(full)


def _sizes(value: Value) -> set[Decimal]:
    """The number of a value, as stated and as it would be in full."""
    number = decimal(value.value)
    return set() if number is None else {number, *(number * scale for scale in SCALES.values())}


def _figures(texts: Iterable[str], digits_only: bool = False) -> set[Decimal]:
    """Every number in some texts; those with a scale also in full."""
    found: set[Decimal] = set()
    for text in texts:
        for numeral in find(unicodedata.normalize("NFKC", text)):
            if digits_only and not numeral.text[0].isdigit():
                continue
            found.add(numeral.value)
            if not digits_only:
                found.add(scaled(numeral.value, numeral.scale))
    return found


# --------------------------------------------------------------------------- adding up


def summarise(judged: Iterable[Judged]) -> Summary:
    """How many questions got which mark: all, by side, by kind and by noise."""
    rows = tuple(judged)
    answerable = [j for j in rows if j.expectation.expect == {"answered"}]
    refusable = [j for j in rows if j.expectation.expect != {"answered"}]
    return Summary(
        whole=_row("全部", rows),
        answerable=_row("应当回答", answerable),
        refusable=_row("不应只作回答", refusable),
        kinds=_rows(rows, KINDS, lambda j: j.expectation.kind),
        noises=_rows(rows, NOISES, lambda j: j.expectation.noise),
        refusals=_refusals([j for j in answerable if j.verdict.mark == Mark.REFUSED]),
    )


def _refusals(refused: list[Judged]) -> Refusals:
    helped = sum(shows_passage(j.expectation, j.answer) for j in refused)
    return Refusals(len(refused), helped, sum(denies(j.answer) for j in refused))


def shows_passage(expectation: Expectation, answer: Answer) -> bool:
    """Does a refusal show a passage in which the answer stands?"""
    quotes = [_bare(passage.quote) for passage in answer.passages]
    cites = map(_bare, expectation.cite)
    return any(_overlap(wanted, quote) for wanted in cites for quote in quotes if quote)


def denies(answer: Answer) -> bool:
    """Does it claim that the reports do not hold what is asked, and not only that it was not found?"""
    reason = answer.reason or ""
    return reason == "not_in_report" or reason.startswith("no_such_")


def _rows(
    judged: tuple[Judged, ...], names: Mapping[str, str], key: Callable[[Judged], str]
) -> tuple[Row, ...]:
    found = ((names[name], [j for j in judged if key(j) == name]) for name in names)
    return tuple(_row(label, group) for label, group in found if group)


def _row(name: str, judged: Iterable[Judged]) -> Row:
    marks = [j.verdict.mark for j in judged]
    counts = tuple((mark, marks.count(mark)) for mark in Mark if mark in marks)
    return Row(name, len(marks), counts)
