"""Several questions in one line: 公报每期多少册，发给谁？ → two questions, in order."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.index.concepts import CONTENT
from assistant.late import late
from assistant.model import Mention
from assistant.steps.account import INTERROGATIVE

BREAKS = late(r"[,，;；?？!。、]+")
ASKS_ALONE = {"number", "money", "percent", "frequency", "recipient", "why", "channel",
              "basis", "date", "effect", "purpose", "document_number"}  # fmt: skip
COUNTS = {"number", "money", "percent"}
# 处罚的结果,上哪个网站能查到: a noun that asks where it stands alone, and leads in what is asked behind a comma.
NOUN_ASKED = late("的(?:结果|原因|情况|渠道|依据|用途|目的|对象|时间|日期)$")
# How a question ends that asks whether something is so, behind one that asks how many.
WHETHER = ("吗", "么", "没有", "没", "不")
# What is left of what stands before, and no question of its own.
REST = ("其余", "剩下", "余下", "还剩", "剩余")


def split(text: str, mentions: Sequence[Mention]) -> list[str]:
    """The parts of a question that each ask something; the whole as one where it asks only once."""
    parts: list[str] = []
    begin, mark_before = 0, ""
    for mark in [*_marks(text, mentions), None]:
        end = mark[0] if mark else len(text)
        piece = text[begin:end].strip()
        inside = [m for m in mentions if begin <= m.start < end]
        kinds = COUNTS if mark_before == "、" else ASKS_ALONE
        asks = any(m.tags("ask") & kinds for m in inside)
        if parts and piece.endswith(WHETHER) and mark_before != "、":
            # 一共有几宗，收过费没有: behind what asks for a number, whether something is so.
            asked = [m for m in mentions if m.tags("ask") & COUNTS and m.end <= begin]
            asks = asks or bool(asked)
        named = any("frame" not in m.kinds() and not m.kinds() & {"ask", "unit"} for m in inside)
        whole = any(m.tags("ask") & (ASKS_ALONE - COUNTS) for m in inside)
        rest = piece.startswith(REST)
        if piece and parts and (rest or not (asks and (named or whole or len(inside) > 1))):
            parts[-1] += ("、" if mark_before == "、" else ",") + piece
        elif piece:
            parts.append(piece)
        begin = mark[1] if mark else end
        mark_before = mark[2] if mark else ""
    asking = [p for p in parts if p]
    leading = [p for p in asking[:1] if not _asks(p, text, mentions)]
    if leading and len(asking) > 1:
        asking = [leading[0] + "," + asking[1], *asking[2:]]
    return asking if len(asking) > 1 else [text]


def _marks(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """Where a line may be cut: at its marks, and between 多少户 and 多少人."""
    found = [(m.start(), m.end(), m.group()) for m in BREAKS.finditer(text)]
    for one, unit, other in zip(mentions, mentions[1:], mentions[2:], strict=False):
        beside = one.end == unit.start and unit.end == other.start
        counting = all(m.tags("ask") & COUNTS and "unit" not in m.kinds() for m in (one, other))
        if beside and counting and "unit" in unit.kinds():
            found.append((other.start, other.start, "、"))
    return sorted(found)


def _asks(part: str, text: str, mentions: Sequence[Mention]) -> bool:
    """Does a part ask: 原因呢 does, and 无正当理由逾期不补正 only names something?"""
    if NOUN_ASKED.search(part):
        return False
    begin = text.find(part.partition(",")[0])
    inside = [m for m in mentions if begin <= m.start < begin + len(part)]
    told = max((m.end for m in inside if m.kinds() & CONTENT and not m.tags("ask")), default=0)
    return any(
        m.tags("ask") & ASKS_ALONE and (INTERROGATIVE.search(m.text) or m.end > told)
        for m in inside
    )
