"""What a report says without counting: bases, duties, actions, results, channels, problems …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.compiler.genre import Genre
from assistant.compiler.moods import is_title, moods
from assistant.compiler.outline import ITEM, Outline, Span
from assistant.model import Section, Statement

LISTED = re.compile(r"[^、,，;；:：。]{1,40}(?:、[^、,，;；:：。]{1,40})+")
BRACKETED = re.compile(r"[(（]([^()（）]*、[^()（）]*)[)）]")
STOP = re.compile("[。\\n]|$")
IN_BRACKETS = re.compile("[(（][^()（）]*[)）]")
HIDDEN = "\0"
# Kinds that are read by where a clause stands, and not by its words alone.
PLACED = ("problem", "measure")


def statements(text: str, outline: Outline, genre: Genre) -> tuple[Statement, ...]:
    """Every clause that says something of a known kind, and every sentence as a whole.

    A clause may be of several kinds (a measure that is an action); each is a statement of its own.
    """
    found = list(_read(text, outline, genre))
    return tuple(replace(s, id=f"t{n:03d}") for n, s in enumerate(found, start=1))


def _read(text: str, outline: Outline, genre: Genre) -> Iterator[Statement]:
    placed = moods(text, outline, genre)
    for sentence in outline.sentences:
        around = outline.enclosing(sentence[0])
        body = _body(sentence, around)
        if body[0] >= body[1] or "|" in text[body[0] : body[1]]:
            continue
        numbered = [s for s in around if s.level < 4]
        path = numbered[-1].path if numbered else ""
        title = any(is_title(sentence, s) for s in numbered)
        yield _statement("sentence", path, body, body, text, title)
        for clause in outline.clauses[sentence]:
            start = _unlabelled(text, (max(clause[0], body[0]), clause[1]), genre)
            span = (start, clause[1])
            if span[0] >= span[1]:
                continue
            for kind in _kinds(text[slice(*span)], placed.get(clause, ""), title, genre):
                if kind == "channel":
                    yield _channel(path, span, body, text, genre)
                else:
                    yield _statement(kind, path, span, body, text, title)
        for kind, span in _within(text, body, genre):
            yield _statement(kind, path, span, body, text, title)


def _body(sentence: Span, around: tuple[Section, ...]) -> Span:
    """The sentence without the number of its heading or item (一是…)."""
    start = max(
        (s.start + len(s.label) for s in around if s.start == sentence[0]), default=sentence[0]
    )
    return start, sentence[1]


def _unlabelled(text: str, span: Span, genre: Genre) -> int:
    """Where a clause begins without the number that it has inside its line: (2), 1., 一是."""
    label = genre.item_label.match(text, *span) or ITEM.match(text, *span)
    return label.end() if label else span[0]


def _statement(
    kind: str, path: str, span: Span, sentence: Span, text: str, heading: bool
) -> Statement:
    quote = text[span[0] : span[1]]
    return Statement("", kind, path, span[0], span[1], sentence, quote, _items(quote), heading)


def _channel(path: str, span: Span, sentence: Span, text: str, genre: Genre) -> Statement:
    """A clause about channels with their bare names; what follows its colon is its list."""
    if text[span[1] : span[1] + 1] in (":", "："):
        end = STOP.search(text, span[1])
        span = sentence = (span[0], end.start() if end else len(text))
        pieces = re.split("[;；]", text[span[0] : span[1]].partition(":")[2])
        labels = ((piece, genre.item_label.match(piece)) for piece in pieces)
        items = tuple(p[m.end() :] if m else p for p, m in labels if p)
        quote = text[span[0] : span[1]]
        return Statement("", "channel", path, *span, sentence, quote, items)
    said = _statement("channel", path, span, sentence, text, False)
    if not said.items:
        return said
    first, *others = said.items
    names = [genre.channel_opens.sub("", first), *others]
    names[-1] = genre.channel_closes.sub("", names[-1])
    return replace(said, items=tuple(name for name in names if name))


def _kinds(clause: str, mood: str, title: bool, genre: Genre) -> list[str]:
    kinds = [mood] if mood else []
    if title:
        return kinds if mood == "measure" else []
    for kind, patterns in genre.statements:
        if kind not in PLACED and any(pattern.search(clause) for pattern in patterns):
            kinds.append(kind)
    return kinds


def _within(text: str, body: Span, genre: Genre) -> Iterator[tuple[str, Span]]:
    """What is said in a part of a clause: how to reach the office, and why in a bracket."""
    for match in genre.contact.finditer(text, *body):
        yield "contact", match.span()
    for match in genre.bracket_reason.finditer(text, *body):
        yield "reason", match.span(1)


def _items(clause: str) -> tuple[str, ...]:
    """The members of the longest list in the clause, as they are written."""
    lists = [m.group(1) for m in BRACKETED.finditer(clause)]
    # A list inside a bracket is one member of the list around it.
    masked = IN_BRACKETS.sub(lambda m: m.group().replace("、", HIDDEN), clause)
    lists += [m.group() for m in LISTED.finditer(masked)]
    if not lists:
        return ()
    longest = max(lists, key=lambda row: row.count("、"))
    return tuple(item.strip().replace(HIDDEN, "、") for item in longest.split("、"))
