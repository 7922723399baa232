"""What fills a gap: whether a passage that says all that a question says also tells what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from assistant.language.gaps import NUMBER, SO, Gap, Gaps, Kind
from assistant.late import late
from assistant.operators.evidence import SHOWS
from assistant.operators.gapped_figure import DIGIT, LONG, Told, figure_of
from assistant.operators.ground import Ground
from assistant.operators.tense import is_yet_to_be

WHY, WHO, TENET, EFFECT, DEEDS = "why", "who", "tenet", "effect", "deeds"
# So much a clause of a claim has to say, and so much any other besides what the question says.
WHOLE, LEAST, MANNER = 6, 2, 4
LISTING = late("[、和及与]")
CLAUSES = late("[,，。;；:：、]")
PARTS = late("[,，;；]")
SEVERAL = ("哪些", "哪几", "有哪些", "是哪些", "是哪几", "指", "是指", "包括", "包含", "涵盖")
COUNTED = dict(zip("两二三四五", (2, 2, 3, 4, 5), strict=True))
# A number with what it counts, which tells nothing but how many.
COUNT = late("[近约达]?[0-9][0-9.]*[万亿]?[余多]?[一-龥]?次?")
NAMES = late("[《“「]")
OWNER = late("[省市县区镇乡村]$|街道$")
NAMED_ON = late("[一-龥]{1,10}?(?:局|委员会|办公室|办|厅|院|中心|馆|站|所|公司|学校|大队|支队)")
# What a noun of all its members stands behind: A、B、C等7项新.
CLASS = late(
    "、[^、,，;；]+?(?:等|等?[0-9两三四五六七八九十]+[项个类种大]|等[^、,，;；]{0,2})新?的?$"
)
# How a clause ends that says before or behind what the next is done.
MOMENT = late("(?:前|之后|以后|期间|过程中|时)$")
# A principle, an idea or a slogan as a clause names it.
TENETS = late(
    "(?:按照|依照|坚持|秉持|秉承|遵循|本着|以|围绕|树立|贯彻|落实|把握|突出)[^,，;；“”]{0,6}“[^”]+”"
    "|(?:按照|坚持|秉持|秉承|遵循|本着|以|围绕|树立)[^,，;；]{2,30}(?:理念|原则|方针|宗旨|思路|主线|抓手|导向|目标|指导思想)"
)
# A title names nobody who does a thing, and 哪个网站 is told by no other place.
TITLE = late("《[^》]*》")
PLACES = late("(?:网站|平台|栏目)$")
SINCE = late("(?:[年月日]|[上下]半年)(?:以来|起|开始|至今)|[自从][0-9]+年")
# How a clause begins that says what the next is done for.
PURPOSE = late("为了?(?!期|止|主)")
# What a thing is to do, as a clause has it.
DOES = late(
    "(?:发挥|起到)(?:了|好|着)?([^,，;；]{4,40}?)(?:的)?(?:积极|重要|主要|关键|应有)?(?:的)?作用"
)
# What stands behind a thing that an act is done to.
END = late("(?:工作|活动|会议)?(?:$|[,，;；、。0-9和及与等”》])")
DATE = late("[0-9]+[年月日号]|[上下]半年|[一二三四]季度|年[底初末]|[月年]内")


def fills(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does the passage fill the gap, and say it of what is so?"""
    if _cuts_owner(told):
        return False
    rest, kind = told.rest, gap.kind
    planned = is_yet_to_be(told.start, told.end, ground)
    planned = planned or any(word in part for part in rest for word in gaps.plans)
    asks_plan = any(word in text for word in gaps.planning) or (
        kind.name == EFFECT and "能" in text
    )
    asks_done = any(word in text for word in gaps.done)
    if (
        not planned
        and any(word in text for word in gaps.ahead)
        and not _is_ahead(told, ground, gaps)
    ):
        return False
    given = [part for part in rest if kind.name != WHY or not SHOWS[WHY].search(part)]
    if gaps.denies(given) or (planned and (asks_done or not asks_plan)):
        return False
    named = TITLE.sub(lambda found: "《" * len(found.group()), told.text)
    telling = [
        part
        for part in told.aligned.rest(named)
        if not part.endswith(kind.not_by or ("\0",)) and not _only_counts(part, kind)
    ]
    filled = any(word in part for part in telling for word in kind.filled_by)
    filled = filled or len(given) < len(rest)
    if kind.filled_by and kind.name != DEEDS and not filled and not _has_beside(told, gap):
        return False
    return FILLING.get(kind.name, _says)(told, text, gap, ground, gaps)


def _only_counts(part: str, kind: Kind) -> bool:
    """单位4个 says how many, and not who."""
    bare = COUNT.sub("", part).strip()
    return kind.name == WHO and bare != part and bare in kind.filled_by


def _is_ahead(told: Told, ground: Ground, gaps: Gaps) -> bool:
    """Does a heading, or what leads in the list, say that all of it is to come (改进措施:…)?"""
    report = ground.index.report
    around = "".join(s.heading for s in report.sections if s.start <= told.start < s.end)
    lead = report.source[
        max((s.start for s in report.sections if s.start <= told.start), default=0) : told.start
    ]
    return any(word in around or word in lead for word in gaps.coming)


def _is_so(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does it say all of a claim in its order? A number that is claimed is held against figures, with their units."""
    whole = told.aligned.shared >= WHOLE and not DIGIT.search(gap.said)
    turned = any(word in text and word not in told.text for word in gaps.turning)
    return whole and told.aligned.is_in_order and not turned


def _has_figure(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    return figure_of(told, gap, ground, gaps) is not None


def _is_begun(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does it say since when, or on which day that began?"""
    begun = any(word in told.text for word in gaps.begun)
    return any(SINCE.search(part) or (begun and DATE.search(part)) for part in told.rest)


def _is_place(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does it say where, and a place of the kind where 哪个网站 asks for one?"""
    asked = PLACES.search(gap.asking)
    known = asked is None or any(asked.group()[0] in part for part in told.rest)
    return known and _says(told, text, gap, ground, gaps)


def _says(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does it say anything besides that could fill the gap?"""
    return len(gaps.told(COUNT.sub("", part) for part in told.rest)) >= (
        MANNER if gap.kind.name == "how" else LEAST
    )


def _cuts_owner(told: Told) -> bool:
    """东海县教育中心 is another than 东海县: does a name of the clause go on where the question's ends?"""
    starts = {start for start, _ in told.aligned.runs}
    return any(
        OWNER.search(told.text[start:end]) and end not in starts and NAMED_ON.match(told.text, end)
        for start, end in told.aligned.runs
    )


def _has_beside(told: Told, gap: Gap) -> bool:
    """Does its first or its last clause begin as those do that fill the gap?"""
    pieces = PARTS.split(told.text)
    begins = {0, len(told.text) - len(pieces[-1])}
    inside = {at for start, end in told.aligned.runs for at in range(start, end)}
    return _has_result(told, gap) or any(
        at not in inside and told.text.startswith(gap.kind.beside or ("\0",), at) for at in begins
    )


def _has_result(told: Told, gap: Gap) -> bool:
    """Does its last clause, or the one before, say what came of those before it?"""
    ends = [found.end() for found in PARTS.finditer(told.text)]
    inside = {at for start, end in told.aligned.runs for at in range(start, end)}
    return any(at not in inside and gap.kind.results.match(told.text, at) for at in ends)


def _comes_of_it(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does it say what came of it, or what a thing is to do (发挥政务公开促落实作用)?"""
    done = [found.span(1) for found in DOES.finditer(told.text)]
    taken = {at for start, end in told.aligned.runs for at in range(start, end)}
    does = any(
        taken & set(range(*span)) and len(set(range(*span)) - taken) >= LEAST for span in done
    )
    return does or (_is_done_to(told) and _has_result(told, gap))


def _brings_about(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does it say what was done before it came to that, or for that? Or does its clause name the means (通过…)?"""
    parts = PARTS.split(told.text)
    led = len(parts) > 1 and (
        PURPOSE.match(told.text) is not None or gap.kind.results.match(parts[-1]) is not None
    )
    means = any(word in part for part in told.rest for word in gap.kind.filled_by)
    return (led or means) and len("".join(told.rest)) >= MANNER


def _is_done_to(told: Told) -> bool:
    """Does its clause end with what is asked of, or count it: 政务公开 is not what 政务公开第一平台 is of?"""
    return any(END.match(told.text, end) for _, end in told.aligned.runs)


def _says_which(told: Told, text: str, gap: Gap, ground: Ground, gaps: Gaps) -> bool:
    """Does it name what the noun behind what asks is of: 身份 in 赋予网格员政务公开联络员身份; or list several?"""
    listed = [part for part in told.rest if LISTING.search(part.strip("、和及与"))]
    listed = [part for part in listed if len(gaps.told([part])) >= LEAST]
    number = next((COUNTED[char] for char in gap.asking if char in COUNTED), 0)
    if number:
        return any(len(LISTING.split(part.strip("、和及与"))) == number for part in listed)
    if DIGIT.search(gap.said):
        # The names behind a count are told by a list of as many, and not by what stands beside it.
        return False
    leads = any(MOMENT.search(part) for part in PARTS.split(told.text)[:-1])
    if (gap.is_general and (listed or leads)) or _is_class(told):
        # 出台前要做哪些准备: all that the sentence says is done before.
        return True
    if not gap.after and gap.asking.startswith(SEVERAL):
        # 规范性文件有哪些: the list stands behind what is asked, or as its kinds before it (A、B等文件).
        first, last = min(told.aligned.runs)[0], max(told.aligned.runs)[1]
        behind, before = told.text[last:], told.text[:first]
        return any(part in behind for part in listed) or (bool(listed) and before.endswith("等"))
    if not gap.after:
        return len(gaps.told(COUNT.sub("", part) for part in told.rest)) >= LEAST
    return any(len(gaps.told([before])) >= LEAST for before in _before(told, gap.after))


def _is_class(told: Told) -> bool:
    """Is it a noun behind a list that the question says too: A、B、C等7项新举措?"""
    return any(CLASS.search(told.text[:start]) for start, _ in told.aligned.runs)


def _before(told: Told, after: str) -> Iterator[str]:
    """What stands right before each place where the clause says the noun, and the question does not."""
    nouns = [told.text[start:end] for start, end in told.aligned.runs]
    noun = max((n for n in nouns if after.startswith(n)), key=len, default="")
    for found in re.finditer(re.escape(noun), told.text) if noun else ():
        others = [b for _, b in told.aligned.runs if b <= found.start()]
        yield CLAUSES.split(told.text[max(others, default=0) : found.start()])[-1]


# What fills a gap of each kind; of all others, anything.
FILLING: Mapping[str, Callable[[Told, str, Gap, Ground, Gaps], bool]] = {
    SO: _is_so,
    NUMBER: _has_figure,
    LONG: _has_figure,
    "when": lambda told, *_: any(DATE.search(part) for part in told.rest),
    "since": _is_begun,
    EFFECT: _comes_of_it,
    DEEDS: _brings_about,
    "where": _is_place,
    TENET: lambda told, *_: TENETS.search(told.text) is not None,
    "called": lambda told, *_: any(NAMES.search(part) for part in told.rest),
    "subject": lambda told, *_: len("".join(told.rest)) >= LEAST,
    "which": _says_which,
}
