"""How the grammar read a question: what used each word, the query as a tree, its cost and the next-best reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from assistant.front.render import printable, table
from assistant.grammar.derive import Derived, Piece, derive, passed_over
from assistant.queries.tree import EMPTY, Given, Phrase, Tree

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge
    from assistant.model import Mention, Question
    from assistant.trace import Trace

Labels = Mapping[str, Mapping[str, str]]
# The category of a description; what is passed over, and what is set aside.
DESCRIPTION, TIE, ASIDE = "D", "tie", "aside"
# Parts that are told apart only where both stand.
PAIRED = frozenset({"a", "b"})
# So many readings are shown that cost no more, and that the report does not support.
CHEAPER = 3
# What puts parts together and is no operator by itself.
BARE = frozenset({"ask_quantity", "phrase_asked"})


def rendered(trace: Trace, knowledge: Knowledge, labels: Labels) -> tuple[str, str]:
    """The words of a question with what used each, and its query; for a question that the grammar read."""
    assert trace.tree is not None
    found = _derived(trace, knowledge)
    own = next((d for d in found if d.reading.tree.key == trace.tree.key), None)
    query = list(_drawn(trace.tree, labels, 1))
    if own is None:
        return f"逐词读法\n  {labels['reading']['before']}", "\n".join(("读成什么", *query))
    rows = [tuple(labels["reading"][head] for head in ("word", "read", "use", "of"))]
    rows += _words(trace.question, own.root, knowledge, labels)
    costs = _costs(own, found, labels)
    return f"逐词读法\n{table(rows, '  ')}", "\n".join(("读成什么", *query, *costs))


def _derived(trace: Trace, knowledge: Knowledge) -> tuple[Derived, ...]:
    """All readings of the text that was answered."""
    known = (knowledge.lexicon, knowledge.language, knowledge.labels)
    return derive(trace.question.text, trace.mentions, *known)


# --------------------------------------------------------------------------- words


def _words(
    question: Question, root: Piece, knowledge: Knowledge, labels: Labels
) -> Iterator[tuple[str, ...]]:
    """Every word of the text, in its order: its use, and of what it is a part."""
    assert knowledge.language is not None
    words, inner = knowledge.language.words, question.text
    uses = labels["categories"]
    rows = [
        (a, (inner[a:b], inner[a:b], uses[TIE], "—"))
        for a, b in passed_over(root, inner, words.ties, words.longest)
        if inner[a:b].strip()
    ]
    rows += [
        (
            piece.start,
            (inner[piece.start : piece.end], _read(piece, inner), uses[piece.category], of),
        )
        for piece, of in _used(root, inner, labels)
    ]
    yield from (row for _, row in sorted(rows))
    if question.aside:
        yield printable(question.aside), "—", uses[ASIDE], "—"


def _read(piece: Piece, text: str) -> str:
    word = piece.tree.word
    return word.read if word is not None and word.read else text[piece.start : piece.end]


def _used(root: Piece, text: str, labels: Labels) -> Iterator[tuple[Piece, str]]:
    """Each word with what it belongs to: the description that it is a facet of, or the operator."""

    def walk(piece: Piece, of: str) -> Iterator[tuple[Piece, str]]:
        if not piece.rule:
            yield piece, of
        for inner in piece.pieces:
            yield from walk(inner, _belongs(piece, inner, of))

    def _belongs(piece: Piece, inner: Piece, of: str) -> str:
        if piece.category == DESCRIPTION:
            return of if of.startswith("“") else f"“{text[piece.start : piece.end]}”"
        if inner.category == DESCRIPTION:
            return ""
        return _named(piece.tree, labels) or of

    return walk(root, "")


def _named(tree: Tree, labels: Labels) -> str:
    return "" if tree.op in BARE else labels["trees"].get(tree.op, "")


# --------------------------------------------------------------------------- the query


def _drawn(tree: Tree, labels: Labels, depth: int, role: str = "") -> Iterator[str]:
    """An operator with what it takes, each a step further in."""
    said = _said(tree, labels)
    name = labels["trees"].get(tree.op, tree.op)
    part = f"{labels['roles'][role]}：" if role in labels["roles"] else ""
    yield f"{'  ' * depth}{part}{name}{f'（{said}）' if said else ''}"
    for condition in tree.phrase.conditions:
        yield from _drawn(condition, labels, depth + 1, "condition")
    single = not (tree.get("a") and tree.get("b"))
    for name, kid in tree.kids:
        if kid.op != "phrase" or kid.phrase is not EMPTY:
            unpaired = single and name in PAIRED
            yield from _drawn(kid, labels, depth + 1, "" if unpaired else name)


def _said(tree: Tree, labels: Labels) -> str:
    if tree.given is not None:
        return _number(tree.given)
    if tree.word is not None:
        return tree.word.read or tree.word.text
    return "；".join(_phrase(tree.phrase, labels["phrases"]))


def _number(given: Given) -> str:
    more = "多" if given.more else ""
    return (
        f"{'约' if given.about else ''}{given.value:f}{'%' if given.percent else given.unit}{more}"
    )


def _phrase(phrase: Phrase, labels: Mapping[str, str]) -> Iterator[str]:
    """What a noun phrase says, part by part."""
    if phrase.facets:
        yield _listed(phrase.facets)
    yield from (f"{labels['number']}{_number(given)}" for given in (*phrase.given, *phrase.of))
    if phrase.classes:
        count = f"{phrase.cardinal}个" if phrase.cardinal else ""
        yield f"{labels['members']}{count}{labels.get(phrase.classes, phrase.classes)}"
    if phrase.named:
        yield f"{labels['besides' if phrase.besides else 'named']}{'、'.join(map(_listed, phrase.named))}"
    yield from (f"{labels['excluded']}{_listed(facets)}" for facets in phrase.excluded)
    if phrase.order:
        place = (
            f"{labels['first']}{phrase.first}" if phrase.first else f"{labels['nth']}{phrase.nth}"
        )
        yield f"{labels[phrase.direction]}{place}"
    if phrase.sort:
        yield labels[phrase.sort]
    for name in ("which", "counts", "each", "position"):
        if getattr(phrase, name):
            yield labels[name]
    if phrase.asked is not None:
        yield f"{labels['asked']}{phrase.asked.unit}"


def _listed(facets: Sequence[Mention]) -> str:
    return "、".join(m.read or m.text for m in facets)


def _costs(own: Derived, found: Sequence[Derived], labels: Labels) -> Iterator[str]:
    """What the reading costs; those that were cheaper and not supported, and the next."""
    said, at = labels["reading"], found.index(own)
    yield f"  {said['cost']}{own.reading.cost}"
    for one in found[:at][:CHEAPER]:
        yield f"  {said['unsupported']}{one.reading.cost}：{_line(one, labels)}"
    line = _line(own, labels)
    others = ((one.reading.cost, _line(one, labels)) for one in found[at + 1 :])
    for cost, other in islice((o for o in others if o[1] != line), 1):
        yield f"  {said['next']}{cost}：{other}"


def _line(one: Derived, labels: Labels) -> str:
    """A reading in one line."""
    return printable("｜".join(line.strip() for line in _drawn(one.reading.tree, labels, 0)))
