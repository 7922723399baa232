"""How a name may have become what was written: by sound, by shape, by order, by a character left out.

Both ways to mend ask it: of what is unread (`repair`), and of a slip that is a word by itself (`resound`).
"""

from __future__ import annotations

from assistant.lexicon import Lexicon

# The longest name that is mended.
LONGEST = 8
# Words that a mend never swallows: they are read for certain.
FIRM = {"ask", "number", "unit", "year", "negation"}
# A name may hold one of these itself, and then keeps it.
DENYING = ("不", "未", "无")
# The levels of government: what is of one is never of another.
LEVELS = frozenset("省市县区州镇乡村")
SAME_SOUND, SAME_SHAPE, NEAR_SOUND, ORDER, MISSING, ALL_SOUND = range(6)
WHY = {
    SAME_SOUND: "同音",
    ALL_SOUND: "同音",
    SAME_SHAPE: "形近",
    NEAR_SOUND: "音近",
    ORDER: "颠倒",
    MISSING: "漏字",
}


def likeness(written: str, name: str, lexicon: Lexicon) -> int | None:
    """How a name may have become what was written; None where it may not."""
    place = _is_place(name, lexicon)
    if len(written) == len(name):
        wrong = [(a, b) for a, b in zip(written, name, strict=True) if a != b]
        if len(wrong) == 1:
            return _character(wrong[0], len(name), place)
        if len(wrong) == 2 and sorted(written) == sorted(name):
            return ORDER
        known = place or _is_ask(name, lexicon)
        if len(wrong) == len(name) == 2 and not known and all(_sounds(a, b) for a, b in wrong):
            return ALL_SOUND
        return None
    if len(name) == len(written) + 1 and (len(name) >= 4 or (place and len(name) == 3)):
        return MISSING if _drops(name, written) else None
    if len(written) == len(name) + 1 and len(name) >= 4 and not place:
        return MISSING if _drops(written, name) else None
    return None


def _sounds(a: str, b: str) -> bool:
    from assistant.language.pinyin import common

    return common(a) == common(b)


def _character(pair: tuple[str, str], size: int, place: bool) -> int | None:
    """How one character may stand for another: sound, then shape, then a near sound."""
    from assistant.language.lookalike import lookalikes
    from assistant.language.pinyin import nearly_alike

    written, meant = pair
    if not place and {written, meant} <= LEVELS:
        # 省直单位 is not meant for 县直单位.
        return None
    if _sounds(written, meant):
        return SAME_SOUND
    if size < 2:
        return None
    if written in lookalikes(meant) or meant in lookalikes(written):
        return SAME_SHAPE
    if size >= 3 and not place and nearly_alike(written, meant):
        return NEAR_SOUND
    return None


def _drops(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _is_ask(name: str, lexicon: Lexicon) -> bool:
    return any(s.kind == "ask" for s in lexicon.senses(name))


def _is_place(name: str, lexicon: Lexicon) -> bool:
    return any(s.kind in ("place", "card_place") for s in lexicon.senses(name))
