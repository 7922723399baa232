"""Bodies: is an answer of the body that is asked of: 省财政 and not 县财政, 全县 and not one of its offices?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.either import compiled, either
from assistant.language.script import fold
from assistant.late import late
from assistant.model import Figure, Levelled
from assistant.operators.bounded.answered import FULL, Answered, said

# What stands for all levels.
SEVERAL = "各级"
# How far before a body its level may stand (市、县两级档案馆).
NEAR = 6
# How far before a body how many of another are counted with it (16个乡镇、55个县直单位).
FAR = 20
# Of whom a report speaks, and the offices that report for the government itself.
EVERYWHERE, ITSELF, GOVERNMENT = "everywhere", "itself", "government"
GOVERNING = ("办公室", "办公厅")
# A place, before what is below it: 泗洪县|半城镇人民政府.
PLACE = "([一-龥]{1,4}[市县区])"
# A title in marks.
TITLE = "《[^《》]*(?:《[^《》]*》[^《》]*)*》|<[^<>]*>"
# How many of another a body is counted with.
COUNTED_WITH = late(r"\d+[个家]([一-龥]{2,6})[、和]\d+[个家]$")
COUNTIES = late(r"县[(]市、区[)]")


def is_of_another_level(answered: Answered) -> bool:
    """省财政安排了多少 is not told by 县财政安排38万元, nor 省图书馆有公报吗 by 全市各级图书馆."""
    rank = answered.report.place[-1:]
    for one in answered.bounds.levels:
        if _is_name(one, answered):
            continue
        heads = list(_heads(answered.shown, one.body))
        if not heads:
            source = FULL.sub("", answered.report.source)
            if one.level != rank and one.level + one.body not in source:
                return True
        elif not any(_is_level(one.level, head, rank, answered) for head in heads):
            return True
    return False


def _is_name(one: Levelled, answered: Answered) -> bool:
    """Is the level the end of a name: 江苏省 of 江苏省财政?"""
    report = answered.report
    names = (one.lead[-n:] for n in range(2, len(one.lead) + 1))
    return any(name in report.source or name in report.place for name in names)


def _heads(shown: str, name: str) -> Iterator[str]:
    """What stands before a body, wherever it is named."""
    for found in re.finditer(re.escape(name), shown):
        yield shown[max(0, found.start() - NEAR) : found.start()]


def _is_level(level: str, head: str, rank: str, answered: Answered) -> bool:
    """Does the level stand before a body, or are all levels of the report's own place meant?"""
    levels = "".join(answered.classes.words["levels"])
    if head.endswith(SEVERAL):
        return answered.only is None and levels.find(level) >= levels.find(rank)
    return level in head or (level == rank and not any(char in head[-2:] for char in levels))


def is_of_wider(answered: Answered) -> bool:
    """入选全国典型案例了吗 is not told by 入选全省典型案例: is a scope asked of that nothing of the answer has?"""
    return any(scope not in answered.shown for scope in answered.bounds.scopes)


def is_of_another_body(answered: Answered) -> bool:
    """In the report of an office 全县公开多少条 is not told by what the office did, nor its own by what all did."""
    bounds, organ = answered.bounds, answered.report.organ
    told = [answered.classes.stated(answered.own(figure)).whose for figure in answered.figures]
    if told and bounds.whose == (GOVERNMENT,) and all(set(whose) == {EVERYWHERE} for whose in told):
        # 县政府公开多少条 is not told by 全县公开30000条.
        return True
    if not organ.endswith(answered.classes.words["offices"]):
        return False
    government = bounds.has(GOVERNMENT) and not organ.endswith(GOVERNING)
    if government and bounds.has("reach"):
        return not answered.stated.has(GOVERNMENT)
    if not (government or bounds.has_any(ITSELF, EVERYWHERE)):
        return False
    return any(_is_elsewhere(f, bounds.has(ITSELF), answered) for f in answered.figures)


def _is_elsewhere(figure: Figure, itself: bool, answered: Answered) -> bool:
    """Is the last that is spoken of before a figure all, where the office is asked of, or the office, where all are?"""
    start = next((s.start for s in answered.report.sections if s.id == figure.section), 0)
    whose = answered.classes.stated(answered.source(start, figure.end)).whose
    if not whose or figure.table:
        return not itself and bool(figure.table)
    return whose[-1] == (EVERYWHERE if itself else ITSELF)


def is_of_one_below(answered: Answered) -> bool:
    """泗洪县收取多少元 is not told by what one town of it took, where another body of it took some too."""
    figure, source = answered.only, answered.report.source
    if figure is None or "哪" in answered.text:
        return False
    below_one = compiled(f"{PLACE}([一-龥]+{either(answered.classes.words['below'])})")
    names = [figure.who, *(source[start:end] for start, end in figure.inherits)]
    for found in filter(None, map(below_one.match, names)):
        place, below = found.groups()
        others = {m[2] for m in below_one.finditer(source) if m[1] == place} - {below}
        if place in answered.text and below[:2] not in answered.text and others:
            return True
    return False


def is_of_two(answered: Answered) -> bool:
    """市长信箱收到多少 is not told by what 市长热线和市长信箱 received together."""
    figure, source, asked = answered.only, answered.report.source, answered.asked
    if figure is None:
        return False
    if any(_is_other_of(figure, word, answered) for word in answered.bounds.ways):
        return True
    one, other = answered.classes.words["pairs"]
    written = any(a + b in said(figure) for a, b in ((one, other), (other, one)))
    if written and (one in asked) != (other in asked):
        return True
    if figure.table:
        return False
    told = (figure.quote, *(answered.source(*span) for span in figure.inherits))
    texts = [COUNTIES.sub("县市区", fold(text)) for text in told]
    joined = _joined(answered.classes.words["joint"])
    pairs = [(found[1], found[2]) for text in texts for found in joined.finditer(text)]
    for start, end in figure.inherits:
        if beside := COUNTED_WITH.search(source[max(0, start - FAR) : start]):
            pairs.append((beside[1], source[start:end]))
    pairs = [pair for pair in pairs if min(map(len, pair)) > 1]
    return any(_is_named(a, b, asked) != _is_named(b, a, asked) for a, b in pairs)


def _joined(words: tuple[str, ...]) -> re.Pattern[str]:
    """Two bodies, places or channels that are told of together."""
    noun = either(words)
    other = f"(?:(?![两二三四五六七八九十个处])[一-龥]){{0,8}}{noun}"
    return compiled(f"([一-龥]{{0,6}}{noun})(?:以及|[和与及、])(?=({other}))")


def _is_other_of(figure: Figure, word: str, answered: Answered) -> bool:
    """电话咨询多少 is not told by 电话和网上咨询730人次."""
    rest = either(other for other in answered.classes.words["apart"] if other not in answered.asked)
    joint = (f"{word}[和与及、]{rest}", f"{rest}[和与及、]{word}")
    return any(re.search(pattern, figure.quote) for pattern in joint)


def _is_named(body: str, other: str, asked: str) -> bool:
    """Does the question hold what of a body's name is not in the other's too?"""
    last = body[-4:]
    parts = (last[at : at + 2] for at in range(len(last) - 1))
    return any(part in asked for part in parts if part not in other)


def is_of_another_kind(answered: Answered) -> bool:
    """国土资源所公开多少条 is not told by what 国土资源局 published."""
    shown, any_kind = answered.shown, either(answered.classes.words["kinds"])
    for name, kind in answered.bounds.kinds:
        stems = (name[-n:] for n in (6, 5, 4, 3, 2) if len(name) >= n)
        stem = next((stem for stem in stems if stem in shown), "")
        if stem and stem + kind not in shown and re.search(stem + any_kind, shown):
            return True
    return False


def is_only_titled(answered: Answered) -> bool:
    """Is a body that is said to do something named by the proof only in a title, or as whose paper it is?"""
    if answered.finding.polarity != "yes" or "《" in answered.text:
        return False
    words = answered.classes.words
    bare = compiled(f"(?:[一-龥]{{2,12}}?{either(words['titled'])})?{TITLE}").sub(
        "", answered.shown
    )
    bodies = compiled(either(words["governing"])).findall(answered.asked)
    return any(body in answered.shown and body not in bare for body in bodies)


def is_of_another_line(answered: Answered) -> bool:
    """12315热线受理多少件 is not told by 12369热线受理举报2847件, nor by 市长热线."""
    return not answered.bounds.lines <= answered.stated.lines
