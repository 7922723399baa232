"""Bodies: is an answer of the body that is asked of: 省财政 and not 县财政, 全县 and not one of its offices?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.script import fold
from assistant.late import late
from assistant.model import Figure
from assistant.operators.bounded.answered import FULL, Answered, said

# The levels, highest first, and what stands for all of them.
LEVELS = "省市县区镇乡"
SEVERAL = "各级"
# How far before a body its level may stand (市、县两级档案馆).
NEAR = 6
# How far before a body how many of another are counted with it (16个乡镇、55个县直单位).
FAR = 20
# A scope that no report of a place has by itself.
WIDER = late("全国(?!人大)|全省|全自治区|国家级|省级")
# Whose report is of one office, and how it speaks of itself and of all.
OFFICE = late("(?:局|厅|委|委员会|办公室|办公厅|中心|院|馆|大学)$")
ALL = late("全[省市县区镇乡]")
GOVERNMENT = late("[省市县区镇乡]政府(?!办|网|门户|新闻|公报|公务|公开信息|文件|信息)")
ITSELF = late("我[局委办厅院馆]|本[局委办厅院馆]|本机关|局机关|[省市县区]政府办公[室厅]|政府办")
REACH = late("电话|地址|邮编|传真|邮箱|网址")
# A title in marks, with the body whose paper it is.
TITLED = late(
    "(?:[一-龥]{2,12}?(?:局|厅|委|办公[室厅]|政府))?《[^《》]*(?:《[^《》]*》[^《》]*)*》|<[^<>]*>"
)
BODY = late("[省市县区](?:委|政府)(?:办公[室厅])?")
# Two of whom one thing is told together: bodies, places and channels; and one told with how many of another.
KINDS = "(?:热线|信箱|部门|本级|馆|乡镇|镇|区|县|局|办|委|中心|网站|微博|微信|公报|单位|院)"
JOINED = late(
    f"([一-龥]{{0,6}}{KINDS})(?:以及|[和与及、])(?=((?:(?![两二三四五六七八九十个处])[一-龥]){{0,8}}{KINDS}))"
)
COUNTED_WITH = late(r"\d+[个家]([一-龥]{2,6})[、和]\d+[个家]$")
PAIRS = (("微博", "微信"), ("微信", "微博"))
COUNTIES = late(r"县[(]市、区[)]")
# What kind of body a name is of: 国土资源所 is no 国土资源局.
KIND = "(?:局|厅|委|办|所|站|科|处|院|馆|中心|大队)"
KIND_ASKED = late(f"([一-龥]{{2,8}}?)({KIND})(?![一-龥]?[长里内属]|占)")
# One below a place, and the place that is asked of: 泗洪县|半城镇人民政府.
BELOW = late("([一-龥]{1,4}[市县区])([一-龥]+(?:镇|乡|局|政府|办公室|街道))")


def is_of_another_level(answered: Answered) -> bool:
    """省财政安排了多少 is not told by 县财政安排38万元, nor 省图书馆有公报吗 by 全市各级图书馆."""
    rank = answered.report.place[-1:]
    for level, name in _levelled(answered):
        heads = list(_heads(answered.shown, name))
        if not heads:
            source = FULL.sub("", answered.report.source)
            if level != rank and level + name not in source:
                return True
        elif not any(_is_level(level, head, rank, answered) for head in heads):
            return True
    return False


def _levelled(answered: Answered) -> Iterator[tuple[str, str]]:
    """Each body of the question that has a level and no name before it."""
    asked, report = answered.asked, answered.report
    for found in answered.bounds.levelled.finditer(asked):
        at = found.start()
        names = (asked[at - n : at + 1] for n in (1, 2, 3) if at >= n)
        if not any(name in report.source or name in report.place for name in names):
            yield found["level"], found["name"]


def _heads(shown: str, name: str) -> Iterator[str]:
    """What stands before a body, wherever it is named."""
    for found in re.finditer(re.escape(name), shown):
        yield shown[max(0, found.start() - NEAR) : found.start()]


def _is_level(level: str, head: str, rank: str, answered: Answered) -> bool:
    """Does the level stand before a body, or are all levels of the report's own place meant?"""
    if head.endswith(SEVERAL):
        return answered.only is None and LEVELS.find(level) >= LEVELS.find(rank)
    return level in head or (level == rank and not any(char in head[-2:] for char in LEVELS))


def is_of_wider(answered: Answered) -> bool:
    """入选全国典型案例了吗 is not told by 入选全省典型案例: is a scope asked of that nothing of the answer has?"""
    return any(word not in answered.shown for word in WIDER.findall(answered.written))


def is_of_another_body(answered: Answered) -> bool:
    """In the report of an office 全县公开多少条 is not told by what the office did, nor its own by what all did."""
    asked = answered.asked
    if not OFFICE.search(answered.report.organ):
        return False
    of_government = answered.report.organ.endswith(("办公室", "办公厅"))
    government = None if of_government else GOVERNMENT.search(asked)
    itself = ITSELF.search(asked)
    if government and REACH.search(asked):
        return government.group() not in answered.shown
    if not (government or itself or ALL.search(asked)):
        return False
    return any(_is_elsewhere(f, itself is not None, answered) for f in answered.figures)


def _is_elsewhere(figure: Figure, itself: bool, answered: Answered) -> bool:
    """Is the last that is spoken of before a figure all, where the office is asked of, or the office, where all are?"""
    start = next((s.start for s in answered.report.sections if s.id == figure.section), 0)
    before = answered.source(start, figure.end)
    scopes = [m for pattern in (ALL, ITSELF, GOVERNMENT) for m in pattern.finditer(before)]
    last = max(scopes, key=lambda m: m.start(), default=None)
    if last is None or figure.table:
        return not itself and bool(figure.table)
    return bool((ALL if itself else ITSELF).match(last.group()))


def is_of_one_below(answered: Answered) -> bool:
    """泗洪县收取多少元 is not told by what one town of it took, where another body of it took some too."""
    figure, source = answered.only, answered.report.source
    if figure is None or "哪" in answered.text:
        return False
    names = [figure.who, *(source[start:end] for start, end in figure.inherits)]
    for found in filter(None, map(BELOW.match, names)):
        place, below = found.groups()
        others = {m[2] for m in BELOW.finditer(source) if m[1] == place} - {below}
        if place in answered.text and below[:2] not in answered.text and others:
            return True
    return False


def is_of_two(answered: Answered) -> bool:
    """市长信箱收到多少 is not told by what 市长热线和市长信箱 received together."""
    figure, source, asked = answered.only, answered.report.source, answered.asked
    if figure is None:
        return False
    if any(_is_other_of(figure, word, answered) for word in answered.bounds.apart):
        return True
    if any(a + b in said(figure) and (a in asked) != (b in asked) for a, b in PAIRS):
        return True
    if figure.table:
        return False
    told = (figure.quote, *(answered.source(*span) for span in figure.inherits))
    texts = [COUNTIES.sub("县市区", fold(text)) for text in told]
    pairs = [(found[1], found[2]) for text in texts for found in JOINED.finditer(text)]
    for start, end in figure.inherits:
        if beside := COUNTED_WITH.search(source[max(0, start - FAR) : start]):
            pairs.append((beside[1], source[start:end]))
    pairs = [pair for pair in pairs if min(map(len, pair)) > 1]
    return any(_is_named(a, b, asked) != _is_named(b, a, asked) for a, b in pairs)


def _is_other_of(figure: Figure, word: str, answered: Answered) -> bool:
    """电话咨询多少 is not told by 电话和网上咨询730人次."""
    if word not in answered.asked:
        return False
    rest = [other for other in answered.bounds.apart if other not in answered.asked]
    joint = (f"{word}[和与及、](?:{'|'.join(rest)})", f"(?:{'|'.join(rest)})[和与及、]{word}")
    return any(re.search(pattern, figure.quote) for pattern in joint)


def _is_named(body: str, other: str, asked: str) -> bool:
    """Does the question hold what of a body's name is not in the other's too?"""
    last = body[-4:]
    parts = (last[at : at + 2] for at in range(len(last) - 1))
    return any(part in asked for part in parts if part not in other)


def is_of_another_kind(answered: Answered) -> bool:
    """国土资源所公开多少条 is not told by what 国土资源局 published."""
    shown = answered.shown
    for name, kind in KIND_ASKED.findall(answered.asked):
        stems = (name[-n:] for n in (6, 5, 4, 3, 2) if len(name) >= n)
        stem = next((stem for stem in stems if stem in shown), "")
        if stem and stem + kind not in shown and re.search(stem + KIND, shown):
            return True
    return False


def is_only_titled(answered: Answered) -> bool:
    """Is a body that is said to do something named by the proof only in a title, or as whose paper it is?"""
    if answered.finding.polarity != "yes" or "《" in answered.text:
        return False
    bare = TITLED.sub("", answered.shown)
    bodies = BODY.findall(answered.asked)
    return any(body in answered.shown and body not in bare for body in bodies)
