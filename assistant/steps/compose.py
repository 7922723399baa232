"""`Mention`s → `Query`: what is asked (the kind of answer) of which facts (the mentions to hold).

Rules are a plain list, tried in order; each has a name that `explain` shows, a test and a production.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.index import denied
from assistant.model import CARD_KINDS, Mention, Query, Selection, Sense
from assistant.steps.reading import THRESHOLDS, WITHIN, Reading, is_content
from assistant.steps.verbatim import VERBATIM

MONTHS = 12
YEARLY = "同比"
# 市级文件在归集总数中的比重: a share in other words.
AMONG = re.compile("在(?=.+[中里]的?(?:比重|比例|占比|百分比|份额))")
WITHOUT = re.compile("不属于|不算是|不是(?!.*(?:最|吗|吧))")
DISTANCE = re.compile("相差")
HOW_MANY = re.compile("[有共](?:几|多少)个[?!。]*$|(?:几|多少)个[县市区]")
FEWER = re.compile("[少低小](?!于)")
CUTOFF = re.compile(r"前(?:几|多少|[十\d]+)")
PERSONS = (
    *("谁", "是谁", "哪位", "哪个人", "由谁", "谁来"),
    *("什么人", "些什么人", "哪些人", "啥人", "何人"),
)
GREW = re.compile("(?:增加|增长|上升|提高|减少|下降|降低|变多|变少)了?(?:吗|么|没有?|吧|对)")
ISSUED = re.compile(
    "(?:报告|年报|报)(?!送).{0,4}?(?:发布|公布|发出|落款|成文|编成|编制)|(?:发布|公布|落款)(?:日期|时间).{0,3}$|(?:哪天|什么时候|何时|几时|几号|几月几号)(?:发布|公布|编制)?的?(?:报告|年报)"
)
ISSUES = (("发布",), ("公开",), ("编制",), ("播发",), ("年报",))
REACHED = re.compile(r"达到?了?\d")
MEMBERS = re.compile("哪[两二三四五六七八九十\\d]+[个家名项](?!主要|突出|问题|不足|差距|方面)")
STATE = re.compile("(?:情况|状况)(?:是)?(?:怎么样|怎样|如何|咋样)")
SINCE = re.compile(r"同比|[比较](?:上年|上一?年度?|去年|前一年|(?:19|20)\d{2}年)")
CHANGED = re.compile(
    "增加|增长|增多|增速|增幅|涨幅|上升|提高|减少|下降|降低|降幅|[多少高低]了|[多少](?=[几\\d一二三四五六七八九十]+)"
)
ASIDE = re.compile("除(?:了|去|开)?[^,，]{1,16}?(?:以外|之外|外|[,，])")
PROBLEMS = (("问题",), ("差距",))
OTHERS = ("反映", "举报", "投诉", "曝光", "咨询", "来信", "诉求", "热点")
NAMES_ONLY = ("名字", "名称", "只要名", "光说名")
TOTALS = ("一共", "总共", "共", "共计", "拢共", "统共", "共有")
# Behind 占 these name the whole.
CUMULATED = frozenset({"累计", "累积"})
# Verbs that only tie a part to what it is about (申请中涉及土地征收的).
LINKING = frozenset({"涉及", "涉及到", "有关", "事关"})
REST = frozenset({"其他", "其它", "其余", "别的", "另外"})
OUTSIDE = ("以外", "之外", "外")
COMPARING = frozenset(
    {"比", "相比", "比起", "比起来", "与", "和", "跟", "同", "还是", "对比", "较"}
)
PER = re.compile(r"(?:平均每|平均一|每|人均)一?(.?)")


def compose(text: str, mentions: tuple[Mention, ...]) -> tuple[Query, str]:
    """The query of a question, and the name of the rule that made it."""
    reading = Reading(as_read(text, mentions), mentions)
    for rule in RULES:
        if rule.fits(reading):
            return rule.make(reading), rule.name
    raise AssertionError("the last rule fits everything")


def as_read(text: str, mentions: tuple[Mention, ...]) -> str:
    """The question with its mended words in place of what was written, where they are as long."""
    for mention in reversed(mentions):
        if mention.read and len(mention.read) == mention.end - mention.start:
            text = text[: mention.start] + mention.read + text[mention.end :]
        elif mention.read and mention is mentions[-1]:
            text = text[: mention.start] + mention.read
    return text


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to read a question: when it fits, and the query that it makes."""

    name: str
    fits: Callable[[Reading], bool]
    make: Callable[[Reading], Query]


# --------------------------------------------------------------------------- productions


def query(operator: str, ask: str) -> Callable[[Reading], Query]:
    """A production: this operator and kind of answer over all mentions."""

    def make(reading: Reading) -> Query:
        named = reading.with_cumulative(_named(reading))
        whole = Selection(named, reading.heads, reading.unit, reading.each)
        dialogue = {t for m in reading.mentions for t in m.tags("dialogue")}
        return Query(
            operator=operator,
            ask=ask,
            selections=(whole,),
            base=whole,
            numbers=reading.claims,
            pairs=reading.pairs,
            number_leads=reading.number_leads,
            numbered=reading.numbered,
            words=tuple(sorted(reading.asks | dialogue)),
            operators=tuple(sorted(reading.operators)),
            bare=not reading.asks and not reading.counts(),
            counted=reading.counts(),
            unit_implied=reading.is_unit_implied,
            cutoff=bool(CUTOFF.search(reading.text)),
            comparison=_comparison(reading),
            universal=any("universal" in m.kinds() for m in reading.mentions),
            claims=reading.is_yes_no,
            negated=reading.negated,
            denials=reading.denials,
            denied=_denied(reading) if reading.negated else (),
            several_places=len(reading.places) > 1,
            exactly="exactly" in reading.operators,
            only="only" in reading.operators,
            classes=reading.classes,
            cardinal=reading.cardinal,
            wish=reading.wish,
            asked=reading.asked,
            hints=reading.hints,
            over_period=reading.over_period,
            pending=reading.pending,
            most=reading.most,
            digits=reading.digits,
            names_only=any(w in reading.text for w in NAMES_ONLY),
            text=reading.text,
            persons=any(m.text in PERSONS for m in reading.mentions),
            document=next((t for m in reading.mentions for t in m.tags("document")), ""),
        )

    return make


def _comparison(reading: Reading) -> str:
    """The bound that members are held against; `equal` where a figure is given for them."""
    bound = next((c for c in THRESHOLDS if c in reading.operators), "")
    bound = bound or ("at_least" if _is_reached(reading) else "")
    return bound or ("equal" if _is_equated(reading) else "")


def _is_reached(reading: Reading) -> bool:
    """达到740项的县: members that have so many or more."""
    return bool(reading.classes) and bool(REACHED.search(reading.text))


def _is_equated(reading: Reading) -> bool:
    """哪些类别只有1条, 不为零的有哪几类."""
    return bool(reading.equality) and "list" in reading.asks and not reading.is_yes_no


def computed(operator: str, joints: frozenset[str] = frozenset()) -> Callable[[Reading], Query]:
    """A production: an operator over the sides of the question (A和B, A比B)."""

    def make(reading: Reading) -> Query:
        made = query(operator, "number")(reading)
        times = "倍" in reading.text and joints is COMPARING
        sides = reading.sides(at=joints | {"是"} if times else joints) or made.selections
        base = reading.select(reading.content)
        return replace(
            made,
            selections=sides,
            base=base,
            ask="number" if reading.asks & {"number", "money", "percent"} else "names",
            claimed=reading.claimed,
            excluding="remainder" in reading.operators,
            times="倍" in reading.text,
            scale=reading.scale,
            places_only=len(reading.places) > 1 or bool(reading.asks & {"which", "channel"}),
        )

    return make


def _denied(reading: Reading) -> tuple[str, ...]:
    """The concepts that the question denies: those that a negation reaches, or all behind it.

    行政复议没有吗 denies what stands before it.
    """
    reached = tuple(denied(reading.mentions))
    at = min((m.start for m in reading.mentions if "negation" in m.kinds()), default=0)
    behind = [m for m in reading.content if m.start > at]
    near = behind[:1] if reached else behind or reading.content
    return (*reached, *(a for m in near for s in m.senses for a in s.atoms))


def _named(reading: Reading) -> tuple[Mention, ...]:
    """The content without what 除了网站 sets aside, where more of the same is asked for."""
    found = ASIDE.search(reading.text)
    if not found or reading.counting or not reading.asks & {"list", "channel", "which"}:
        return reading.content
    aside = range(found.start(), found.end())
    # An unread word is never set aside: it might say something else.
    return tuple(m for m in reading.content if m.start not in aside or not m.senses)


def looking(*kinds: str) -> Callable[[Reading], Query]:
    """A production: the problems or the measures, of which 三个 and 主要问题 only say how many."""

    def make(reading: Reading) -> Query:
        made = query("statement", kinds[0])(reading)
        named = tuple(m for m in reading.content if not _names_problem(m))
        both = {"problem", "measure"} <= reading.asks and "针对" not in reading.text
        words = ("problem", "measure") if both else kinds
        whole = Selection(named)
        return replace(made, selections=(whole,), numbers=(), base=whole, words=words)

    return make


def complained(reading: Reading) -> Query:
    """A production: what is said of a complaint, beside the word 问题 itself."""
    made = query("statement", "complaint")(reading)
    whole = Selection(tuple(m for m in reading.content if not _names_problem(m)))
    return replace(made, selections=(whole,), base=whole)


def _names_problem(mention: Mention) -> bool:
    return any(s.atoms in PROBLEMS for s in mention.senses)


def several(reading: Reading) -> Query:
    """A production: one figure for each side, each in its own measure word."""
    sides = reading.sides_with_units()
    # A year beside the things asked for is said of each of them.
    given = tuple(m for s in sides if not s.meant() for m in s.required())
    named = tuple(replace(s, mentions=(*s.mentions, *given)) for s in sides if s.meant())
    return replace(computed("several")(reading), selections=named or sides)


def ranked(reading: Reading) -> Query:
    """A production: an order of members, and which of them is wanted."""
    made = computed("rank")(reading)
    nth, from_top, said = reading.nth
    limit, first = reading.top
    tags = reading.operators
    fewer = "degree" in tags and not tags & {"max", "min"} and FEWER.search(reading.text)
    ascending = bool(tags & {"ascending", "min"} or fewer) or not from_top or not first
    if "position" in tags:
        order = "position"
    elif tags & {"max", "min", "degree"} or nth or limit:
        order = "min" if ascending else "max"
    else:
        order = "ascending" if ascending else "descending"
    claims = order in ("max", "min") and (reading.is_yes_no or "why" in reading.asks)
    member = reading.places[:1] if order == "position" or claims else ()
    base = tuple(m for m in reading.content if m not in member)
    return replace(
        made,
        order=order,
        nth=0 if limit else nth,
        nth_text=said,
        limit=limit,
        member=member[0] if member else None,
        base=reading.select(base),
        selections=made.selections if order != "position" else (reading.select(base),),
    )


def because(claim: Callable[[Reading], Query]) -> Callable[[Reading], Query]:
    """A production: why something is so, which first has to be so."""
    return lambda reading: replace(claim(reading), operator="premise")


def shared(reading: Reading) -> Query:
    """A production: what stands before 占 over the whole, which what stands behind it must name."""
    made = computed("share")(reading)
    at = next((m.start for m in reading.mentions if m.text.startswith("占")), len(reading.text))
    among = AMONG.search(reading.text)
    if among and at == len(reading.text):
        at = among.start()
    if not any(is_content(m) and m.start > at for m in reading.mentions):
        at = len(reading.text)
    before = tuple(m for m in reading.mentions if m.start < at and m.text not in LINKING)
    left = Reading(reading.text, before)
    right = tuple(
        replace(m, senses=(Sense("word", (m.text,), tag=VERBATIM),)) if m.text in CUMULATED else m
        for m in reading.mentions
        if m.start > at and (m in reading.content or m.text in CUMULATED)
    )
    numerator = tuple(replace(s, unit="") for s in left.sides())
    inside = max((m.end for m in left.mentions if m.text in WITHIN), default=0)
    inner = tuple(m for m in left.content if m.start >= inside) if inside else ()
    if not any("frame" not in m.kinds() for m in right) and inner:
        right = tuple(m for m in left.content if m.start < inside)
    else:
        inner = ()
    return replace(
        made,
        selections=numerator or made.selections,
        base=replace(reading.select(left.content), unit=""),
        right=Selection(right),
        inner=Selection(inner),
        classes=left.classes,
    )


def without(reading: Reading) -> Query:
    """A production: the whole without the part behind 不属于."""
    made = computed("remainder")(reading)
    at = _without_ends(reading)
    after = [m for m in reading.content if m.start >= at and "frame" not in m.kinds()]
    rest = tuple(m for m in reading.content if m not in after[:1])
    part = replace(reading.select((*rest, *after[:1])), unit="")
    return replace(made, selections=(part,), right=Selection(rest), numbers=())


def averaged(reading: Reading) -> Query:
    """A production: over members, per unit of another figure, or over a number that is given."""
    made = computed("average")(reading)
    per = PER.search(reading.text)
    unit = ("人" if "人均" in per.group() else per.group(1)) if per else ""
    unit = unit if unit != "均" else ""
    given = [n for n in made.numbers if n[1] != reading.unit]
    divisor = given[-1] if given else None
    monthly = any("每月" in s.atoms for m in reading.mentions for s in m.senses)
    if monthly and not divisor:
        divisor = (Decimal(MONTHS), "个月")
    content = tuple(m for m in reading.content if "period" not in m.kinds())
    return replace(
        made,
        per=unit,
        each=next(
            (
                reading.text[per.end() : m.end]
                for m in reading.mentions
                if per and m.start <= per.end() < m.end
            ),
            "",
        ),
        unit=reading.unit if reading.unit not in (unit, "%") else "",
        divisor=divisor,
        base=replace(reading.select(content), unit=""),
        selections=tuple(replace(s, unit="") for s in made.selections),
    )


def estimated(reading: Reading) -> Query:
    """A production: the rate that is meant, and the unit in which its total is counted."""
    made = computed("estimate")(reading)
    return replace(made, base=replace(reading.select(reading.content), unit=""), unit=reading.unit)


def remaining(reading: Reading) -> Query:
    """A production: what is left without the parts that 除 … 外 names."""
    made = computed("remainder")(reading)
    text = reading.text
    start = max((m.end for m in reading.mentions if "remainder" in m.tags("operator")
                 and m.text not in OUTSIDE and m.start == 0), default=0)  # fmt: skip
    start = start or next((m.end for m in reading.mentions if m.text.startswith("除")), 0)
    end = next((at for at in (text.find("外", start), text.find(",", start)) if at > 0), len(text))
    inside = tuple(m for m in reading.mentions if start <= m.start < end)
    excluded = Reading(text, inside).sides()
    rest = tuple(m for m in reading.content if m not in inside and m.text not in REST)
    return replace(
        made,
        selections=tuple(replace(s, unit="") for s in excluded),
        right=Selection(rest),
    )


# --------------------------------------------------------------------------- tests


def asks(*tags: str) -> Callable[[Reading], bool]:
    """Does the question hold a word of one of these asks?"""
    return lambda reading: bool(reading.asks & set(tags))


def bare(*tags: str) -> Callable[[Reading], bool]:
    """One of these asks, and no content that a fact would have to account for."""
    return lambda reading: (
        bool(reading.asks & set(tags))
        and not any("frame" not in m.kinds() for m in reading.content)
    )


def computes(*tags: str) -> Callable[[Reading], bool]:
    """Does the question hold a word of one of these operators?"""
    return lambda reading: bool(reading.operators & set(tags))


def _is_dialogue(reading: Reading) -> bool:
    return (
        any("dialogue" in m.kinds() for m in reading.mentions)
        and not any("frame" not in m.kinds() for m in reading.content)
        and not reading.numbers
        and not (reading.asks - {"definition", "which", "how"})
        and not any("theme" in m.kinds() for m in reading.mentions)
    )


def _is_yes_no(reading: Reading) -> bool:
    return reading.is_yes_no


def _is_reverse(reading: Reading) -> bool:
    """A figure is given and its meaning asked: 1535是什么数, 669项是哪个地方的."""
    wanted = {"definition", "which", "list", "where"}
    named = reading.asks & {"full_name", "document_number", "why"}
    meant = reading.asks & wanted
    other = bool(named) or reading.counts_listed or reading.confirms
    # 河长名单63名吗: 名单 is a noun.
    claimed = meant == {"list"} and reading.is_yes_no
    return bool(reading.numbers) and bool(meant) and not (other or claimed)


def _is_about_problems(reading: Reading) -> bool:
    """存在哪些问题, 主要不足有哪些, 差在哪; but not 举报反映的是什么问题, which are others' problems."""
    if reading.is_yes_no or computes("share", "sum")(reading) or _others(reading):
        return False
    if (reading.numbers and computes(*THRESHOLDS)(reading)) or MEMBERS.search(reading.text):
        return False
    named = any(s.atoms in PROBLEMS for m in reading.mentions for s in m.senses)
    asked = reading.asks & {"definition", "list", "which", "summary", "channel"}
    return "problem" in reading.asks or (named and bool(asked) and "number" not in reading.asks)


def _others(reading: Reading) -> bool:
    """Does the question speak of what others complain of (举报、反映、曝光的问题)?"""
    return any(word in reading.text for word in OTHERS)


def _is_change_claimed(reading: Reading) -> bool:
    """比上年少了四十九条,对不对; 申请同比减少了吗."""
    before = any("relative_year" in m.kinds() for m in reading.mentions)
    before = before or bool(SINCE.search(reading.text) or GREW.search(reading.text))
    return before and bool(CHANGED.search(reading.text)) and reading.is_yes_no


def _is_issued(reading: Reading) -> bool:
    """报告是哪天发布的: the day of the report itself."""
    named = ISSUED.search(reading.text)
    content = [m for m in reading.content if not m.kinds() & (CARD_KINDS | {"frame", "theme"})]
    issued = all(any(s.atoms in ISSUES for s in m.senses) for m in content)
    return bool(named) and issued and ("date" in reading.asks or "日期" in reading.text)


def _is_extent(reading: Reading) -> bool:
    """统计期限是什么, of this report and of nothing else."""
    given = CARD_KINDS | {"frame", "theme"}
    return "extent" in reading.asks and all(
        m.kinds() & given or any(s.atoms in (("数据",), ("统计",)) for s in m.senses)
        for m in reading.content
    )


def _is_state(reading: Reading) -> bool:
    """收费情况怎么样: how things stand, said by the part that speaks of it."""
    return bool(STATE.search(reading.text)) and not reading.counting


def _is_complaint(reading: Reading) -> bool:
    """举报反映的是什么问题: what was complained of."""
    named = any(_names_problem(m) for m in reading.mentions) or "problem" in reading.asks
    wanted = reading.asks & {"which", "definition", "list", "problem"}
    return named and bool(wanted) and _others(reading) and not reading.is_yes_no


def _is_about_measures(reading: Reading) -> bool:
    counted = reading.counting and "哪几" not in reading.text
    return "measure" in reading.asks and not reading.is_yes_no and not counted


def _ordinal(reading: Reading) -> bool:
    return not reading.asks & {"number", "money", "percent"} and any(
        "ordinal" in m.kinds() for m in reading.mentions
    )


def _is_document(reading: Reading) -> bool:
    return any("document" in m.kinds() for m in reading.mentions)


def _is_compared(reading: Reading) -> bool:
    """A比B, or A和B哪个多."""
    two = len(reading.sides()) == 2 and "degree" in reading.operators
    over = len(reading.places) == 2 and bool(reading.operators & set(THRESHOLDS))
    return computes("compare")(reading) or over or (two and bool(reading.asks & {"which"}))


def _is_converted(reading: Reading) -> bool:
    """换算成元, or 多少亿元 where another scale than the stated one is asked."""
    return computes("convert")(reading) or (reading.scale in ("千", "亿") and not reading.numbers)


def _is_share_wanted(reading: Reading) -> bool:
    """换成百分比: a share of the whole."""
    return computes("convert")(reading) and "percent" in reading.asks


def _is_tallied(reading: Reading) -> bool:
    """各项相加跟总计一致吗: the parts against the total that stands beside them."""
    whole = any(word in reading.text for word in ("总计", "合计数", "总数", "合计栏"))
    return whole and computes("sum")(reading) and reading.is_yes_no and not reading.claims


def _is_reconciled(reading: Reading) -> bool:
    """加起来等于6211吗."""
    return computes("sum")(reading) and reading.is_yes_no and len(reading.numbers) == 1


def _is_remainder(reading: Reading) -> bool:
    """除市级外还有多少; but 除市级外哪个最多 is an order, and 除市级外八个县之和 a sum."""
    ordered = computes("max", "min", "sum", "average", "position", "degree")(reading)
    if reading.asks & {"list", "channel", "which"} and not reading.counting:
        return False
    return computes("remainder")(reading) and not (ordered and reading.classes)


def _is_without(reading: Reading) -> bool:
    """不属于文件类的信息有多少条: the whole without a part."""
    return bool(_without_ends(reading)) and "number" in reading.asks


def _without_ends(reading: Reading) -> int:
    """Where 不属于 ends in the question, 0 without one; inside a name (不属于本机关公开) it is none."""
    names = [(m.start, m.end) for m in reading.content]
    for found in WITHOUT.finditer(reading.text):
        start, end = found.span()
        if not any(s <= start and end < e for s, e in names):
            return end
    return 0


def _is_ranked(reading: Reading) -> bool:
    ordered = computes("max", "min", "position", "descending", "ascending")(reading)
    top = reading.top[0] and (reading.classes or "which" in reading.asks)
    superlative = (
        "degree" in reading.operators and bool(reading.classes) and "which" in reading.asks
    )
    return ordered or superlative or bool(reading.nth[0]) or bool(top)


def _is_compared_why(reading: Reading) -> bool:
    return "why" in reading.asks and _is_compared(reading)


def _is_ranked_why(reading: Reading) -> bool:
    picked = reading.asks & {"which", "list"}
    return "why" in reading.asks and not picked and _is_ranked(reading)


def _is_filtered(reading: Reading) -> bool:
    wanted = reading.asks & {"list", "which", "number", "channel"} or reading.classes
    threshold = computes(*THRESHOLDS)(reading) and bool(reading.numbers)
    threshold = threshold or _is_equated(reading) or _is_reached(reading)
    return bool(wanted) and threshold and (not reading.is_yes_no or bool(reading.classes))


def _is_compared_filter(reading: Reading) -> bool:
    """比佛冈县少的县(市、区), 超过英德的有几个: members against a member."""
    asked = bool(reading.asks & {"list", "which"}) or bool(HOW_MANY.search(reading.text))
    bounded = computes(*THRESHOLDS)(reading) and not reading.numbers
    over = computes("compare")(reading) or bounded
    return len(reading.places) == 1 and asked and over and not reading.is_yes_no


def _is_several(reading: Reading) -> bool:
    """A和B分别是多少, A、B各多少."""
    if computes("max", "min")(reading):
        return False
    each = any(
        w in reading.text
        for w in ("分别", "各是", "各为", "各有", "各多少", "各自", "各几", "都是多少")
    )
    return each and bool(reading.asks & {"number", "percent", "money"}) and len(reading.sides()) > 1


def _is_over_period(reading: Reading) -> bool:
    """一年印多少册, 全年共多少份: what is stated for each one (每期) does not answer it."""
    return reading.over_period and "number" in reading.asks


def _is_average(reading: Reading) -> bool:
    return computes("average")(reading)


def _is_sum(reading: Reading) -> bool:
    joined = len(reading.sides()) > 1
    total = any(m.text in TOTALS for m in reading.mentions)
    members = "members" in reading.operators and not reading.places
    added = computes("sum")(reading) and (joined or bool(reading.classes))
    return not reading.is_yes_no and (added or (total and (joined or members)))


def _is_share(reading: Reading) -> bool:
    counted = "number" in reading.asks and reading.unit not in ("", "%")
    among = "percent" in reading.asks and bool(AMONG.search(reading.text))
    return (computes("share")(reading) or among) and not counted


def _asks_effect(reading: Reading) -> bool:
    """效果如何; but 调研成果有多少篇 asks for a number."""
    return "effect" in reading.asks and not _asks_number(reading)


def _asks_recipient(reading: Reading) -> bool:
    """面向哪些对象; but 公示救助对象多少人次 asks for a number."""
    return "recipient" in reading.asks and not _asks_number(reading)


def _asks_number(reading: Reading) -> bool:
    counter = reading.asking and reading.asking.text.endswith("个")
    return "number" in reading.asks and bool(reading.unit_of_ask or counter)


def _is_members(reading: Reading) -> bool:
    """各县(市、区)多少项: a figure for each member."""
    each = "members" in reading.operators and not reading.places and not reading.negated
    total = any(m.text in TOTALS for m in reading.mentions)
    return each and "number" in reading.asks and not total


def _is_list(reading: Reading) -> bool:
    return "list" in reading.asks or (bool(reading.classes) and not reading.asks)


def against_member(reading: Reading) -> Query:
    """A production: the members that stand above, below or within a distance of one member."""
    made = computed("filter")(reading)
    member = reading.places[0]
    rest = tuple(m for m in reading.content if m is not member)
    against = replace(
        made,
        base=reading.select(rest),
        selections=(reading.select((*rest, member)),),
        places_only=True,
    )
    if made.numbers:
        near = made.comparison == "at_most" and DISTANCE.search(reading.text)
        return replace(against, comparison="within" if near else "")
    if made.comparison in ("at_least", "at_most", "more", "less"):
        return against
    below = bool(FEWER.search(reading.text.replace("多少", "")))
    return replace(against, comparison="less" if below else "more")


RULES: tuple[Rule, ...] = (
    Rule("对话", _is_dialogue, query("dialogue", "dialogue")),
    Rule("报告结构", asks("parts"), query("outline", "parts")),
    Rule("报告部分", asks("where"), query("outline", "where")),
    Rule("联系方式", asks("contact"), query("contact", "contact")),
    Rule("反映", _is_complaint, complained),
    Rule("改进", _is_about_measures, looking("measure")),
    Rule("问题", _is_about_problems, looking("problem")),
    Rule("第几部分讲什么", _ordinal, query("outline", "part")),
    Rule("报告年份", bare("year"), query("about", "year")),
    Rule("统计期限", _is_extent, query("about", "extent")),
    Rule("发布日期", _is_issued, query("about", "issued")),
    Rule("数据来源", bare("source"), query("about", "source")),
    Rule("估算", computes("estimate"), estimated),
    Rule("换成百分比", _is_share_wanted, shared),
    Rule("换算", _is_converted, computed("convert", frozenset({"等于"}))),
    Rule("平均", _is_average, averaged),
    Rule("与一个成员相比", _is_compared_filter, against_member),
    Rule("占比", _is_share, shared),
    Rule("未完成", lambda reading: bool(reading.pending), query("pending", "number")),
    Rule("其余", _is_remainder, remaining),
    Rule("不属于", _is_without, without),
    Rule("勾稽核对", _is_tallied, query("tally", "verify")),
    Rule("合计核对", _is_reconciled, computed("reconcile")),
    Rule("增减判断", _is_change_claimed, query("changes", "verify")),
    Rule("为什么更多", _is_compared_why, because(computed("compare", COMPARING))),
    Rule("为什么最多", _is_ranked_why, because(ranked)),
    Rule("比较", _is_compared, computed("compare", COMPARING)),
    Rule("各多少", _is_several, several),
    Rule("筛选", _is_filtered, computed("filter")),
    Rule("排序", _is_ranked, ranked),
    Rule("合计", _is_sum, computed("sum")),
    Rule("文号", asks("document_number"), query("statement", "document_number")),
    Rule("文号反查", _is_document, query("reverse", "document")),
    Rule("怎么样", _is_state, query("summary", "summary")),
    Rule("概括", asks("summary"), query("summary", "summary")),
    Rule("反查", _is_reverse, query("reverse", "definition")),
    Rule("日期", asks("date"), query("statement", "date")),
    Rule("全称", asks("full_name"), query("statement", "full_name")),
    Rule("频次", asks("frequency"), query("lookup", "frequency")),
    Rule("判断", _is_yes_no, query("verify", "verify")),
    Rule("原因", asks("why"), query("statement", "why")),
    Rule("用途", asks("purpose"), query("statement", "purpose")),
    Rule("影响", _asks_effect, query("statement", "effect")),
    Rule("依据", asks("basis"), query("statement", "basis")),
    Rule("对象", _asks_recipient, query("statement", "recipient")),
    Rule("各分项", _is_members, query("list", "list")),
    Rule("总量", _is_over_period, query("product", "number")),
    Rule("数量", asks("number", "percent", "money"), query("lookup", "number")),
    Rule("渠道", asks("channel"), query("statement", "channel")),
    Rule("职责", asks("duty"), query("statement", "duty")),
    Rule("做法", asks("action"), query("statement", "action")),
    Rule("列举", _is_list, query("list", "list")),
    Rule("哪个", asks("which"), query("statement", "which")),
    Rule("定义", asks("definition", "how"), query("statement", "definition")),
    Rule("查数", lambda reading: True, query("lookup", "number")),
)
