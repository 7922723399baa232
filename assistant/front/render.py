"""Answers and traces as plain text for a terminal: pure functions, for the command line and REPL.

With `color` the figures stand out in bold; with `width` lines are wrapped by display columns, so
that a figure stays with its unit and no line begins with a closing mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from assistant.model import Amendment, Answer, Citation, Passage
from assistant.presentation import legible

Stretch = tuple[int, int]

BOLD, NOT_BOLD = "\x1b[1m", "\x1b[22m"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
CLOSERS = frozenset("。，、；：！？）》」』”’】〕…,.;:!?)]}>%％")
OPENERS = frozenset("（《「『“‘【〔([{<")
NARROWEST = 20

NEAREST = "报告里最相关的原文（不是答案）："
FURTHER = {"clarify": "请选一个：", "unanswered": "可以这样问：", "chat": "可以问："}


# --------------------------------------------------------------------------- an answer


def render(answer: Answer, color: bool = False, width: int | None = None) -> str:
    """The answer's text, then its proof, then what to ask next; no line break at the end."""
    parts = (
        _set("", answer.text, width),
        _formula(answer, width),
        nearest(answer, width),
        _proof(answer, color, width),
        _further(answer, width),
    )
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


def noted(answer: Answer) -> str:
    """The same for a chat, where there are no columns: each passage is an item, each citation a numbered paragraph."""
    notes = "\n\n".join(_note(number, c) for number, c in enumerate(answer.citations, 1))
    text, formula = [printable(answer.text)], _formula(answer, None)
    near = [f"- {_said_at(passage, legible(passage.quote))}" for passage in answer.passages]
    shown = [NEAREST, "", *near] if near else []
    parts = (text, formula, shown, [notes], _further(answer, None))
    return "\n\n".join(filter(None, ("\n".join(part) for part in parts)))


def figures_in(quote: str, answer: Answer) -> tuple[Stretch, ...]:
    """Where the answer's figures, or the operands they were computed from, stand in a quote.

    >>> from assistant.model import Value
    >>> answer = Answer("", "answered", "", (Value("69", "项", "exact", "69项"),))
    >>> figures_in("连州市669项,英德市69项", answer)
    ((11, 14),)
    """
    found: list[Stretch] = []
    for value in answer.values:
        found += _places(value.text, quote) or _places(value.value, quote)
    return _merged(
        [*found, *places(answer.computation.operands if answer.computation else (), quote)]
    )


def places(figures: Iterable[str], text: str) -> tuple[Stretch, ...]:
    """Where figures stand by themselves in a text.

    >>> places(["69项"], "连州市669项,英德市69项")
    ((11, 14),)
    """
    return _merged(place for figure in figures for place in _places(figure, text))


def highlight(text: str, spans: Iterable[Stretch], color: bool) -> str:
    """The text with these spans in bold; unchanged without `color`."""
    if not color:
        return text
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], BOLD, text[start:end], NOT_BOLD]
        at = end
    return "".join([*pieces, text[at:]])


def printable(text: str) -> str:
    """The text without control characters, which a terminal would obey instead of show."""
    return CONTROL.sub("", text).replace("\t", " ")


def _formula(answer: Answer, width: int | None) -> list[str]:
    computed = answer.computation
    if computed is None or not computed.expression or computed.expression in answer.text:
        return []
    return _set("算式：", computed.expression, width)


def nearest(
    answer: Answer, width: int | None, titles: bool = True, sections: bool = True
) -> Iterator[str]:
    """The passages that a refusal shows, under what they are: no answer."""
    if answer.passages:
        yield NEAREST
    titled = groupby(answer.passages, key=lambda passage: (passage.title, passage.section))
    last = ""
    for (title, section), group in titled:
        if titles and title != last:
            yield from _set("  ", f"《{title}》", width)
        last = title
        if sections:
            yield from _set("  · ", section, width)
        for passage in group:
            yield from _set("    ", f"“{legible(passage.quote)}”", width)


def _proof(answer: Answer, color: bool, width: int | None) -> Iterator[str]:
    numbered = enumerate(answer.citations, 1)
    for title, group in groupby(numbered, key=lambda pair: pair[1].title):
        yield from _set("出处：", f"《{title}》", width)
        for number, citation in group:
            yield from _citation(f"  [{number}] ", citation, answer, color, width)


def _citation(
    lead: str, citation: Citation, answer: Answer, color: bool, width: int | None
) -> Iterator[str]:
    yield from _set(lead, citation.section, width)
    quote = f"“{printable(citation.quote).strip()}”"
    yield from _set(" " * len(lead), quote, width, figures_in(quote, answer) if color else ())
    for amendment in citation.corrections:
        yield from _set(" " * len(lead), printable(_amended(amendment)), width)


def _note(number: int, citation: Citation) -> str:
    amended = "".join(f"（{_amended(amendment)}）" for amendment in citation.corrections)
    return f"[{number}] {_said_at(citation, citation.quote)}{amended}"


def _said_at(place: Citation | Passage, quote: str) -> str:
    said = " ".join(printable(quote).splitlines())
    return f"《{place.title}》 {place.section}：“{said}”"


def _amended(amendment: Amendment) -> str:
    changed = f"“{amendment.printed}”应为“{amendment.corrected}”"
    return f"编者更正：{changed}（{amendment.reason}）"


def _further(answer: Answer, width: int | None) -> Iterator[str]:
    if answer.suggestions:
        yield FURTHER.get(answer.status, "还可以问：")
    for number, question in enumerate(answer.suggestions, 1):
        yield from _set(f"  {number}. ", question, width)


def _places(figure: str, quote: str) -> list[Stretch]:
    """Where a figure stands by itself: 69项 is not found within 669项."""
    if not figure:
        return []
    before = r"(?<!\d)(?<!\d[.,])" if figure[0].isdigit() else ""
    behind = r"(?!\d)(?![.,]\d)" if figure[-1].isdigit() else ""
    return [found.span() for found in re.finditer(before + re.escape(figure) + behind, quote)]


def _merged(spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


# --------------------------------------------------------------------------- lines


def _set(lead: str, text: str, width: int | None, bold: Sequence[Stretch] = ()) -> list[str]:
    """Lines with a lead before the first and as much room before the others."""
    text = printable(text)
    found: list[str] = []
    room = " " * (columns(lead) if width else len(lead))
    for start, end in _lines(text, width - len(room) if width else None):
        inside = [
            (max(s, start) - start, min(e, end) - start) for s, e in bold if s < end and start < e
        ]
        found.append((room if found else lead) + highlight(text[start:end], inside, bool(bold)))
    return found


def _lines(text: str, width: int | None) -> Iterator[Stretch]:
    start = 0
    for paragraph in text.split("\n"):
        if width is None:
            yield start, start + len(paragraph)
        else:
            yield from ((start + s, start + e) for s, e in wrap(paragraph, max(width, NARROWEST)))
        start += len(paragraph) + 1


def wrap(text: str, width: int) -> Iterator[Stretch]:
    """The spans of a text's lines, none wider than `width` columns.

    >>> text = "进驻事项总数为6211项，其中连州市669项。"
    >>> [text[slice(*line)] for line in wrap(text, 20)]
    ['进驻事项总数为', '6211项，其中连州市', '669项。']
    """
    begin, end, used = 0, 0, 0
    for start, stop in _unbreakable(text, width):
        size = columns(text[start:stop].rstrip())
        if used + size > width and end > begin:
            yield begin, begin + len(text[begin:end].rstrip())
            begin, used = start, 0
        end = stop
        used += columns(text[start:stop])
    yield begin, begin + len(text[begin:end].rstrip())


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    from wcwidth import wcwidth

    return sum(max(wcwidth(char), 0) for char in text)


def _unbreakable(text: str, width: int) -> Iterator[Stretch]:
    """The pieces of a text that stay on one line; a piece wider than the line is cut."""
    start, used = 0, 0
    for at, char in enumerate(text):
        size = columns(char)
        if at > start and (_may_break(text[at - 1], char) or used + size > width):
            yield start, at
            start, used = at, 0
        used += size
    if start < len(text):
        yield start, len(text)


def _may_break(before: str, after: str) -> bool:
    if before.isspace() or after.isspace():
        return before.isspace() and not after.isspace()
    if after in CLOSERS or before in OPENERS:
        return False
    if before.isdigit() or before in "%％":
        return False
    return not (before.isascii() and after.isascii())


def table(rows: Sequence[Sequence[str]], lead: str = "") -> str:
    """Rows in aligned columns, two spaces apart; the last column is not padded."""
    cells = [[printable(cell).replace("\n", " ") for cell in row] for row in rows]
    wide = [max(columns(row[at]) for row in cells) for at in range(len(cells[0]))] if cells else []
    return "\n".join(
        (
            lead + "".join(c + " " * (w - columns(c) + 2) for c, w in zip(row, wide, strict=True))
        ).rstrip()
        for row in cells
    )
