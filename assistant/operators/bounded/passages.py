"""Passages: does what is shown tell what is asked, and not only count it, or plan it, or name another act?"""

from __future__ import annotations

import re

from assistant.language.sought import CONTENT, DOER, OBJECT, PERSON, WHOM
from assistant.late import late
from assistant.model import Figure
from assistant.operators.bounded.answered import Answered
from assistant.operators.outlook import outlook
from assistant.operators.tense import is_yet_to_be

# What leads in the measures stands in so many characters.
LEAD = 30
# Marks between which a clause says one thing.
PIECES = late("[,，。;；、:：\n|]")
BEHIND = late(r"\d[^()（）]{0,4}[(（][^()（）]*[)）]")
WHOLE = late("[。；;\n]")
NUMBER = late(
    r"\d[\d,.]*[万亿]?余?多?(?:[一-龥%](?:次|\([一-龥]\))?)?|[一两二三四五六七八九十]+[件个条次项名人期场]"
)
RUN = late("[一-龥]{2,}")
LEAST = 2
# What is done, asked of at the end; what is yet to be; and how it is said what is asked.
FINISHED, PLANNED, WANTING = "finished", "planned", "wanting"
ABOUT, SUFFERED, REASON = "about", "suffered", "reason"
# What leads in what is done in another clause than who does it; and who did, behind the act (填报单位：…).
ON = ("对", "将", "把", "并", "向", "给")
BY = "(?:单位|人|机关|部门|者):"
OPEN = "open"
SHOWN = frozenset({"statement", "statements"})


def is_not_done(answered: Answered) -> bool:
    """目录修订完了吗 is not told by 要在6月底前修订完目录, nor 扩大了吗 by 有待扩大."""
    bounds = answered.bounds
    if not bounds.has_any("done", "asked_done", FINISHED):
        return False
    if answered.finding.polarity != "yes":
        return bounds.has(FINISHED) and _is_of_problems(answered)
    if bounds.has("ahead") or str(answered.report.year + 1) in answered.text:
        return False
    return bool(answered.finding.facts) and all(
        _is_ahead(*(f.clause if isinstance(f, Figure) else (f.start, f.end)), answered)
        for f in answered.finding.facts
    )


def _is_of_problems(answered: Answered) -> bool:
    """Is all that is shown a list of problems, which says nothing of whether they are solved?"""
    problem, facts = outlook(answered.ground).problem, answered.finding.facts
    shown = answered.finding.outcome in SHOWN and problem is not None
    return shown and all(problem[0] <= f.start < problem[1] for f in facts if problem)


def is_done_already(answered: Answered) -> bool:
    """明年打算做什么 is not told by measures of which the report says that they were taken."""
    measure = outlook(answered.ground).measure
    following = str(answered.report.year + 1) in answered.text or "明年" in answered.text
    if measure is None or not following or answered.finding.outcome not in SHOWN:
        return False
    lead = answered.source(*measure).partition("。")[0]
    inside = all(measure[0] <= f.start < measure[1] for f in answered.finding.facts)
    return inside and "了" in lead and not answered.classes.tells(PLANNED, lead)


def _is_ahead(start: int, end: int, answered: Answered) -> bool:
    """Is it planned, does it stand among the measures where these are, or say what is wanting?"""
    if answered.classes.tells(WANTING, answered.source(start, end)):
        return True
    if is_yet_to_be(start, end, answered.ground):
        return True
    look = outlook(answered.ground)
    problem, measure = look.problem, look.measure
    if problem and problem[0] <= start < problem[1]:
        return True
    if measure is None or not measure[0] <= start < measure[1]:
        return False
    lead = answered.source(measure[0], measure[0] + LEAD)
    following = f"{answered.report.year + 1}年" in lead
    return following or answered.classes.tells(PLANNED, lead)


def is_bare(answered: Answered) -> bool:
    """取消了哪些项目 is not told by 取消21项, nor 咨询了什么 by 网上咨询1034人次."""
    bounds, asks = answered.bounds, answered.classes.all[OPEN].asks
    if answered.finding.outcome not in SHOWN or not bounds.has(OPEN) or bounds.has("ways"):
        return False
    words = RUN.findall(asks.sub("，", answered.text))
    pieces = [*PIECES.split(answered.shown), ""]
    shared = [max((_longest(word, piece) for word in words), default=0) for piece in pieces]
    best = max(shared)
    nearest = [at for at, n in enumerate(shared) if n == best]
    act = bounds.act_of(OBJECT)
    if act and any(act in piece for piece in pieces):
        nearest, best = [at for at, piece in enumerate(pieces) if act in piece], LEAST
    return best >= LEAST and all(
        _only_counts(pieces[at], words, answered)
        and not _gives_reason(pieces[at + 1], answered)
        and not _gives_reason(pieces[at - 1], answered)
        for at in nearest
    )


def _gives_reason(piece: str, answered: Answered) -> bool:
    """A reason stands beside what it is of, and leads it in."""
    found = answered.classes.all[REASON].tells.match(piece)
    return bool(found and found["said"])


def _longest(word: str, piece: str) -> int:
    """How much of a word a piece holds in one run."""
    runs = (
        n
        for n in range(len(word), 1, -1)
        for at in range(len(word) - n + 1)
        if word[at : at + n] in piece
    )
    return next(runs, 0)


def _only_counts(piece: str, words: list[str], answered: Answered) -> bool:
    if not NUMBER.search(piece) or BEHIND.search(piece):
        return False
    rest = NUMBER.sub("，", piece)
    rest = answered.classes.filler.sub("，", rest)
    rest = "".join(char if not any(char in word for word in words) else "，" for char in rest)
    return not RUN.search(rest)


def is_of_no_content(answered: Answered) -> bool:
    """申请的是什么信息 is told where the passage says of applications what they were about."""
    wanted = answered.bounds.act_of(CONTENT)
    if wanted is None or answered.finding.outcome not in SHOWN:
        return False
    pieces = [*PIECES.split(answered.shown), "", ""]
    return not any(
        wanted in piece and answered.classes.tells(ABOUT, "".join(pieces[at : at + 3]))
        for at, piece in enumerate(pieces)
    )


def is_only_what(answered: Answered) -> bool:
    """98期是哪个部门开展的 is not told by what 98期 counts."""
    return answered.finding.outcome == "reverse" and answered.bounds.has("beside")


def is_without_doer(answered: Answered) -> bool:
    """谁考核市直单位 is not told where nobody stands before 考核, nor 局长是谁 where nobody is named."""
    bounds, shown = answered.bounds, answered.shown
    if answered.finding.outcome not in SHOWN:
        return False
    if name := bounds.act_of(PERSON):
        named = f"{name}(?:[是为:：(]|由|一职)|[是为由][^,，。]*{name}"
        return name in shown and not re.search(named, shown)
    if whom := bounds.act_of(WHOM):
        heads = list(_heads(shown, whom))
        if heads and all(answered.classes.tells(SUFFERED, head) for head in heads):
            return True
    act = bounds.act_of(DOER)
    if not act:
        return False
    if act not in shown:
        # 由谁牵头 is told by who did as much in other words (市政府新闻办组织召开).
        return not any(char in shown for char in act) and not _is_doer(shown, answered)
    if re.search(act + BY, shown):
        return False
    return not any(_is_doer(head, answered) for head in _heads(shown, act))


def _heads(shown: str, act: str) -> list[str]:
    """What stands before an act in its clause, wherever it is said."""
    found = re.finditer(re.escape(act), shown)
    before = (shown[: m.start()] for m in found)
    pieces = ((text, PIECES.split(text)[-1]) for text in before)
    return [WHOLE.split(text)[-1] if last.startswith(ON) else last for text, last in pieces]


def _is_doer(head: str, answered: Answered) -> bool:
    """Does somebody stand there whom the question does not name?"""
    for word in (*RUN.findall(answered.text), "内部", "全部", "部分"):
        head = head.replace(word[-4:], "，")
    head = answered.classes.filler.sub("，", head)
    return "由" in head or any(word in head for word in answered.classes.words["doers"])
