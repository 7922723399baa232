"""Basis: one of the documents that a report names, asked for its number, its full name or who issued it.

Which one is meant is told by its name, its number, its kind (通知) and its level (省里); of two that are left, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.index import Index
from assistant.language.documents import SEQUENCE, YEARED, Document, documents_of
from assistant.language.frontmatter import FrontMatter, bare_of
from assistant.language.wordclasses import cut
from assistant.late import late
from assistant.model import Finding, Span

# 国办发〔2013〕73号, 国办发73号, 211号, 35号令.
NUMBER = late(
    r"([一-龥]{2,8}?)?(?:[〔\[［【(（]?((?:19|20)\d\d)[〕\]］】)）年])?第?(\d+)号(?:令|文件|文)?"
)
QUOTED = late(r"《([^《》]{2,90})》")
EXCEPT = late(r"除了?[^，,。]{2,30}?(?:(?:以外|之外|外)?[，,]|(?:以外|之外)|(?=还))")
# 规定 is what a rule is called, and any of them.
WIDE, RULES, STATE = "规定", "法规", "国家"
# What asks for no part of a document.
OTHER = "why"
# So short a part of a name names no document by itself.
SHORTEST = 4
PIECE = "\ue000"
# What is asked of no document where it is not told with it.
TOLD = {"number": "number", "issuer": "issuer", "article": "article", "year": "year"}
# When something came into force is told in a clause of its own.
FORCE = late(r"(?:施行|实施|颁布|公布|修订|印发|生效|发布)")
DATE = late(r"\d{4}\s*年")


def document_asked(text: str, index: Index, known: FrontMatter, own: str) -> Finding | None:
    """What a report says of the documents that are asked for; None where no document is asked for."""
    source = index.report.source
    documents = documents_of(source)
    text = EXCEPT.sub("", text) or text
    for meant, rest in _meant(text, documents):
        found = _told(meant, rest, source, known, own)
        if found is not None:
            return found
    return None


def _meant(text: str, documents: Sequence[Document]) -> Iterator[tuple[tuple[Document, ...], str]]:
    """The documents that a text may mean, with the rest of the text, its names and numbers as one sign."""
    numbers = list(NUMBER.finditer(text))
    if numbers:
        held = tuple(d for d in documents if all(_has_number(d, m) for m in numbers))
        rest = NUMBER.sub(PIECE, text)
        yield from ((tuple(h), r) for h, r in _by_name(rest, held))
        return
    yield from _by_name(text, documents)


def _has_number(document: Document, asked: re.Match[str]) -> bool:
    sequence, year = SEQUENCE.search(document.number), YEARED.search(document.number)
    if sequence is None or sequence[1] != asked[3]:
        return False
    is_year = not asked[2] or (year is not None and year[1] == asked[2])
    return is_year and (not asked[1] or asked[1][-2:] in document.number or asked[2] is None)


def _by_name(
    text: str, documents: Sequence[Document]
) -> Iterator[tuple[tuple[Document, ...], str]]:
    """By a part of their names that stands in a text, the longest; else all of them, of which its kind tells."""
    for quoted in QUOTED.finditer(text):
        named = re.sub(r"[(（].*?[)）]", "", quoted[1])
        held = tuple(d for d in documents if named in d.name or quoted[1] in d.name)
        yield held, text.replace(quoted[0], PIECE)
        return
    shared = {document: _shared(text, document.name) for document in documents}
    longest = max((len(piece) for piece in shared.values()), default=0)
    if longest >= SHORTEST:
        held = tuple(d for d, piece in shared.items() if len(piece) == longest)
        for piece in dict.fromkeys(shared[d] for d in held):
            yield tuple(d for d in held if shared[d] == piece), text.replace(piece, PIECE)
    yield tuple(documents), text


def _shared(text: str, name: str) -> str:
    """The longest part of a name that stands in a text."""
    for size in range(min(len(text), len(name)), SHORTEST - 1, -1):
        for at in range(len(name) - size + 1):
            if name[at : at + size] in text:
                return name[at : at + size]
    return ""


def _told(
    meant: Sequence[Document], rest: str, source: str, known: FrontMatter, own: str
) -> Finding | None:
    asking = known.asking
    named = PIECE in rest
    bare = bare_of(rest).replace(PIECE, "")
    heads = frozenset(head for d in meant for head in d.heads)
    pieces = frozenset(cut(bare, known.common | known.levels_of(own) | asking.known | heads, own))
    if not pieces:
        return None
    wanted, kinds = asking.wanted(pieces), asking.kinds_of(pieces)
    if OTHER in wanted:
        return None
    levels = asking.levels_of(pieces)
    at_level = [d for d in meant if all(asking.is_of_level(d, level) for level in levels)]
    held = [d for d in at_level if all(asking.is_of_kind(d, kind) for kind in kinds)]
    if not held and WIDE in kinds and STATE not in levels:
        # 省里的规定 is any that the province made, where none is called so.
        held = [d for d in at_level if asking.is_of_kind(d, RULES)]
    held = [d for d in held if pieces.isdisjoint(heads) or not pieces.isdisjoint(d.heads)]
    is_asked = bool(kinds) or wanted != {"which"}
    told_of = levels | (pieces & heads) | (wanted - {"which", "date", "issuer"})
    is_one = (named and is_asked) or bool(kinds and told_of)
    if not wanted or not is_one or not meant:
        return None
    properties = wanted - {"which", "name"}
    told = [d for d in held if all(getattr(d, TOLD.get(w, "name")) for w in properties)]
    if "date" in wanted and not (wanted - {"which", "date"}):
        return None if _dated(held, source) else _untold("date")
    if len(held) > 1 and len(told) == 1 and kinds:
        held = told
    if len(held) != 1:
        is_list = wanted <= {"which", "name"} and bool(levels) and bool(held)
        return _shown(held) if is_list else None
    return _shown(held) if told else _untold("document_number" if "number" in wanted else "which")


def _dated(documents: Sequence[Document], source: str) -> bool:
    """Does a clause that names one of the documents tell a day of it?"""
    clauses = (c for c in re.split("[。；;\n]", source) if any(d.name in c for d in documents))
    return any(FORCE.search(c) and DATE.search(c) for c in clauses)


def _shown(documents: Sequence[Document]) -> Finding:
    outcome = "statement" if len(documents) == 1 else "statements"
    spans = sorted((d.start, d.end) for d in documents)
    return Finding("answered", outcome, facts=tuple(Span(*span) for span in spans))


def _untold(wanted: str) -> Finding:
    return Finding("unanswered", "not_stated", {"wanted": wanted}, reason="not_matched")
