"""One question's mentions, sorted by the part they play: what the rules of `compose` look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from assistant.index import CONTENT, NOUNS
from assistant.language.numerals import parse
from assistant.model import Mention, Selection
from assistant.steps.facets import UNTIL
from assistant.steps.one import is_claimed
from assistant.steps.patterns import NTH, TOP

PERIOD_TOTALS = frozenset(
    {
        "一年",
        "全年",
        "一共",
        "总共",
        "共",
        "共计",
        "拢共",
        "统共",
        "一年到头",
        "整年",
        "年",
        "本年",
        "合计",
    }
)
PENDING = re.compile("(?:还有|还剩|尚有|剩下?|仍有).*(?:没(?!有)|未)([^没未的有]{2,5}?)(?:的)?$")
DIGITS = re.compile("([一二两三四1-4])位小数|小数点后([一二两三四1-4])位")
# What ends the noun behind 哪个: what is asked of it.
# Of so many characters is the word that a negation denies.
DENIED_WORD = 2
FIRM = frozenset({"ask", "number", "unit", "operator", "negation", "year"})
CARD = frozenset(
    {"unknown", "card_place", "whole", "year", "relative_year", "part_of_year", "ordinal"}
)
MEANT = CONTENT | CARD
PEOPLE, PERSON = "people", "人"
COUNTING = frozenset({"number", "percent", "money"})
# Measure words that count kinds of things, so that 八种理由 says how many members there are.
KIND_UNITS = frozenset({"种", "类", "项", "家", "个", "栏", "方面", "名", "位"})
MOST_MEMBERS = 30
MOST = re.compile(
    r"最[多高大少低小](?:的|排名)?([二两三四五六七八九十]|\d{1,2})(?:大|个|家|类|种|项|名|位|地)"
)
EQUAL = re.compile(r"(?:只有|仅有|正好|恰好|刚好|只|仅|都是|就是|是|为|等于|有)(?:了|收了|收取)?$")
WITHIN = frozenset({"里", "中", "里面", "里头", "当中", "其中", "之中"})
THRESHOLDS = ("at_least", "more", "less", "at_most", "between")
BOUNDS = frozenset(THRESHOLDS)
NO_UNITS = ("总", "个", "具体", "部分", "总共")
JOINTS = frozenset({"和", "与", "跟", "同", "及", "以及", "加", "加上", "还有", "还是"})
TOWNS = frozenset({"乡镇", "镇", "乡", "村", "镇街", "镇村"})
PLACE_CLASSES = "市县区镇乡村"
IMPLIED_UNIT = re.compile(r"^(.{1,2})[数次]$")
CLAIM = re.compile(r"比.*?(多|高|大|少|低|小)(?![少几大])")
FINAL_QUESTION = re.compile(
    r"(吗|(?<![什怎那这])么|嘛|没有|没|不|吧|是吧|对吧|对不对|是不是|对不|没错吧|是么)[?!。~ ]*$"
)
PARTICLE = re.compile("(?:吗|么)$")
# Kinds of answer that no yes or no gives.
ASKING = frozenset({"number", "list", "why", "how", "channel", "recipient", "frequency", "date"})
# 清单, 对象 and 结果 are nouns before 对吗, and ask for nothing.
CONFIRM = re.compile(r"(?:对吗|是吗|对不对|是真的吗|是这样吗|没错吧|对吧|是吧)[?!。~ ]*$")
LEVEL = re.compile(r"^[省市县区镇]本?级$")
EACH = re.compile("分别|各自|各(?![级类种项位界方县市区地部单乡])")
TOLD = re.compile(
    r"^(?:听说|据说|听人说|有人说).*[?]|(?:都|也)没.*[?]|没记错|没搞错|真的假的|是真的"
)
INNER_QUESTION = re.compile(
    r"是不是|有没有|是否|能不能|可不可以|能否|可否|会不会|有无|对不对|(.)不\1|(.)没\2"
)


def is_content(mention: Mention) -> bool:
    """Has a fact to account for this mention? Unread words always; what asks, counts or operates never.

    A word that is content and frame both (老百姓, 数据) helps to choose. What uses all the others is for `account`.
    """
    kinds = mention.kinds()
    if mention.value is not None:
        return False
    return not kinds or (bool(kinds & MEANT) and kinds <= MEANT | {"frame", "dialogue"})


@dataclass(frozen=True)
class Reading:
    """The mentions of one question, and the question with mended words in their place."""

    text: str
    mentions: tuple[Mention, ...]

    @cached_property
    def content(self) -> tuple[Mention, ...]:
        """The mentions that facts have to account for."""
        return tuple(m for m in self.mentions if is_content(m) and not self._is_own_report(m))

    def _is_own_report(self, mention: Mention) -> bool:
        """2013年年报, 清远市的报告 and 2013年报 only name the report that is asked."""
        if mention.text != "报" and not any(s.atoms == ("年报",) for s in mention.senses):
            return False
        before = self.mentions[: self.mentions.index(mention)]
        said = [m for m in before if m.text != "的"]
        near = bool(said) and said[-1].kinds() & {"year", "card_place"}
        adjacent = bool(said) and (mention.text != "报" or said[-1].end == mention.start)
        return bool(near) and adjacent

    @cached_property
    def asks(self) -> frozenset[str]:
        """The kinds of answer that the question's words ask for."""
        return frozenset(t for m in self.mentions for t in m.tags("ask"))

    @cached_property
    def operators(self) -> frozenset[str]:
        """The operators whose words the question holds."""
        return frozenset(t for m in self.mentions for t in m.tags("operator"))

    @cached_property
    def confirms(self) -> bool:
        """Does 对吗, 是真的吗 stand behind a whole claim?"""
        ends = CONFIRM.search(self.core) or CONFIRM.search(self.text)
        return bool(ends) and "number" not in self.asks

    @cached_property
    def is_yes_no(self) -> bool:
        """Is it asked whether something is so?"""
        if self.confirms:
            return True
        # 河长名单63名吗: behind a number, 吗 asks whether it is so.
        listing = frozenset({"list"} if self.numbers and PARTICLE.search(self.core) else ())
        if (self.asks - listing) & ASKING:
            return False
        told = TOLD.search(self.text)
        asked = FINAL_QUESTION.search(self.core) or FINAL_QUESTION.search(self.text)
        return bool(told or asked or INNER_QUESTION.search(self.text))

    @property
    def negated(self) -> bool:
        """A negation inside the question (收费没有吗); one at its end (收费了没有) only asks."""
        return len(self._denying) % 2 == 1

    @property
    def denials(self) -> tuple[str, ...]:
        """What each negation denies, with its word: 不及时."""
        return tuple(self.text[m.start : m.end + DENIED_WORD] for m in self._denying)

    @cached_property
    def _denying(self) -> tuple[Mention, ...]:
        inside = tuple(
            m
            for m in self.mentions
            if "negation" in m.kinds()
            and self.core[m.end :].strip("?!。~ 啊呀呢嘛么吧呐哦")
            and not self._only_asks(m)
        )
        # 不合格产品不是9个吧: what denies the number denies; the other is of what is counted.
        numbered = {m.start for m in self.mentions if m.value is not None}
        of_number = tuple(
            m
            for m in inside
            if m.end in numbered or (self.text[m.end] == "有" and m.end + 1 in numbered)
        )
        return of_number or inside

    def _only_asks(self, negation: Mention) -> bool:
        """是不是, 对不对: however the characters around it are read."""
        before = self.text[negation.start - 1 : negation.start]
        after = self.text[negation.end : negation.end + 1]
        return bool(before) and before == (negation.text[1:] or after)

    @cached_property
    def numbers(self) -> tuple[Mention, ...]:
        """The figures that the question itself states; 一次, 哪三类 and 8个县 state none."""
        return tuple(m for m in self.mentions if m.value is not None and not self._idle(m))

    def _idle(self, mention: Mention) -> bool:
        before = self.text[: mention.start].rstrip()
        at = self.mentions.index(mention)
        claimed = is_claimed(self.mentions[:at], self.mentions[at + 2 :])
        idle = (mention.text == "一" and not claimed) or before.endswith(
            ("哪", "这", "那", "头", "各")
        )
        return idle or self._counts_members(mention) or self._counts_kinds(mention)

    def _counts_kinds(self, mention: Mention) -> bool:
        """八种理由, 五项加起来, 最多的三个: how many members, and no figure of the report."""
        if mention.value is None or not 2 <= mention.value <= MOST_MEMBERS:
            return False
        at = self.mentions.index(mention)
        beside = self.mentions[max(0, at - 1) : at] + self.mentions[at + 2 : at + 3]
        bounded = any(m.tags("operator") & BOUNDS for m in beside)
        ordered = bool(self.operators & {"max", "min", "sum", "average", "descending", "ascending"})
        others = any(m.value is not None and m is not mention for m in self.mentions)
        behind = self.mentions[at + 1 : at + 2]
        kinds = any(m.tags("unit") & KIND_UNITS for m in behind)
        counted = at + 2 < len(self.mentions) and self.asking is not self.mentions[at + 2]
        return kinds and counted and not bounded and (ordered or (others and self.is_bounded))

    @cached_property
    def is_bounded(self) -> bool:
        """Does the question set a bound (超过, 不足, 以上)?"""
        return bool(self.operators & BOUNDS)

    def _counts_members(self, mention: Mention) -> bool:
        at = self.mentions.index(mention) + 1
        at += self.mentions[at : at + 1] != () and self.mentions[at].text == "个"
        return at < len(self.mentions) and "members" in self.mentions[at].tags("operator")

    @cached_property
    def cardinal(self) -> int:
        """How many members the question says there are (8个县); 0 where it does not say."""
        if MOST.search(self.text):
            return 0
        counted = (
            m
            for m in self.mentions
            if m.value is not None and (self._counts_members(m) or self._counts_kinds(m))
        )
        return next((int(m.value) for m in counted if m.value is not None), 0)

    def unit_after(self, mention: Mention) -> str:
        """The measure word right behind a number or 多少."""
        at = self.mentions.index(mention) + 1
        while at < len(self.mentions) and self.mentions[at].text in (
            "多",
            "余",
            "个",
            "来",
            "万",
            "亿",
        ):
            if self.mentions[at].text == "个" and not self._is_unit(at + 1):
                break
            at += 1
        if self._is_unit(at):
            return min(self.mentions[at].tags("unit"))
        # 多少记者 asks for persons, as 多少人 does.
        counted = self.mentions[at] if at < len(self.mentions) else None
        people = (
            counted is not None and counted.kinds() == {"frame"} and PEOPLE in counted.tags("frame")
        )
        return PERSON if people else ""

    def _is_unit(self, at: int) -> bool:
        return at < len(self.mentions) and "unit" in self.mentions[at].kinds()

    @cached_property
    def claims(self) -> tuple[tuple[Decimal, str], ...]:
        """The stated figures with their units."""
        return tuple(
            (m.value, "%" if "%" in m.tags("number") else self.unit_after(m))
            for m in self.numbers
            if m.value is not None
        )

    @cached_property
    def pairs(self) -> tuple[tuple[Selection, tuple[Decimal, str]], ...]:
        """Each stated figure with the content before it: 受理率96%、办结率100%."""
        found, begin = [], 0
        for mention, claim in zip(self.numbers, self.claims, strict=True):
            before = tuple(m for m in self.content if begin <= m.start < mention.start)
            counted = [m for m in before if m.senses and m.senses[0].kind in ("measure", "word")]
            heads = tuple(counted[-1:]) if claim[1] in ("", "个") else ()
            found.append((replace(self.select(before), heads=heads), claim))
            begin = mention.end
        return tuple(found)

    @cached_property
    def number_leads(self) -> bool:
        """Does something follow the stated number (7宗申请都答复了吗), so that more is claimed?"""
        last = max((m.end for m in self.numbers), default=0)
        return any(m.start >= last and "frame" not in m.kinds() for m in self.content)

    @cached_property
    def core(self) -> str:
        """The question without the courtesy and the marks after it."""
        end = len(self.text)
        for mention in reversed(self.mentions):
            tags = mention.tags("frame")
            polite = "courtesy" in tags or "dialogue" in mention.kinds()
            if not polite or "particles_final" in tags:
                break
            end = mention.start
        return self.text[:end].rstrip("?？!！。,， ")

    @cached_property
    def asking(self) -> Mention | None:
        """The word that asks for a number."""
        return next((m for m in self.mentions if m.tags("ask") & COUNTING), None)

    @cached_property
    def unit(self) -> str:
        """The measure word that is asked: behind 多少, or implied by 册数, 人次."""
        asking = self.asking
        if asking and asking.tags("ask") & {"percent", "money"}:
            return "%" if "percent" in asking.tags("ask") else "元"
        unit = self.unit_after(asking) if asking else self._unit_of_difference
        return unit or next(filter(None, map(_implied_unit, self.mentions)), "")

    @cached_property
    def numbered(self) -> tuple[Mention, ...]:
        """What each stated number counts, as the question says it: 申请 of 27件申请."""
        found = []
        for number in self.numbers:
            after = (m for m in self.content if m.start >= number.end and "frame" not in m.kinds())
            found += list(after)[:1]
        return tuple(found)

    @property
    def is_unit_implied(self) -> bool:
        """Is the measure word only implied (次数), so that the report may count in another (人次)?"""
        return bool(self.unit) and not self.unit_of_ask and self.unit not in ("%", "元")

    @property
    def _unit_of_difference(self) -> str:
        """多几条, 少多少件: the measure word right behind the word that compares."""
        compared = [m for m in self.mentions if "compare" in m.tags("operator")]
        return next(filter(None, map(self.unit_after, compared)), "")

    @cached_property
    def equality(self) -> Mention | None:
        """The figure that members must have exactly: 只有1条, 正好55件, 不为零."""
        if len(self.numbers) != 1 or self.is_bounded:
            return None
        [number] = self.numbers
        before = self.text[: number.start]
        return number if EQUAL.search(before) else None

    @cached_property
    def scale(self) -> str:
        """万 or 亿 right behind 多少 or before a named unit to convert to."""
        found = re.search(
            r"(?:多少|几|换算成|换成|折合成?|折成|合)(?:是)?(?:多少)?([千万亿])(?=元|$|条|宗|篇|册|个)",
            self.text,
        )
        return found.group(1) if found else ""

    @cached_property
    def heads(self) -> tuple[Mention, ...]:
        """The nouns behind 多少条 that may be what is counted: the last before 的, and the last."""
        run: list[Mention] = []
        heads: list[Mention] = []
        after = self.mentions[self.mentions.index(self.asking) + 1 :] if self.asking else ()
        for mention in after:
            if mention.text == "的" or (run and "action" in mention.kinds()):
                heads += run[-1:]
            elif mention.kinds() & NOUNS and is_content(mention):
                run += [mention] if "frame" not in mention.kinds() else []
            elif not (mention.kinds() & {"unit", "theme", "verb"} or mention.text in ("、", "和")):
                break
        return tuple(dict.fromkeys([*heads, *run[-1:]])) or self._head_before

    @cached_property
    def _head_before(self) -> tuple[Mention, ...]:
        """The noun right before 有多少 or 是多少个; a telling measure word says enough by itself."""
        if self.asking is None or self.unit not in ("", "个"):
            return ()
        before = self.mentions[: self.mentions.index(self.asking)]
        said = next((m for m in reversed(before) if m.kinds() != {"frame"}), None)
        noun = said is not None and said.senses and said.senses[0].kind in ("measure", "word")
        return (said,) if said and noun and is_content(said) and said not in self.places else ()

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """Which kinds of place 县(市、区), 哪个县 or 两个区 name."""
        named = [m.text for m in self.mentions if "members" in m.tags("operator")]
        named += [m.text for m in self.mentions if m.tags("ask") & {"which", "list"}]
        named += [m.text for m in self.asked if m.text in TOWNS]
        texts = (text.replace("县级市", "市") for text in named)
        return tuple(dict.fromkeys(c for text in texts for c in text if c in PLACE_CLASSES))

    @cached_property
    def asked(self) -> tuple[Mention, ...]:
        """The nouns right behind 哪个, 哪种, 哪些: what the members that are asked for are."""
        found: list[Mention] = []
        for at, mention in enumerate(self.mentions):
            if not mention.tags("ask") & {"which", "list"}:
                continue
            for following in self.mentions[at + 1 :]:
                kinds = following.kinds()
                if following.text == "的" or kinds & FIRM or "action" in kinds:
                    break
                found.append(following)
            before = [m for m in self.mentions[:at] if m.text not in ("是", "有", "的", "为")]
            if before and self.text[before[-1].end : mention.start].strip("是有为的") == "":
                found += [before[-1]] if before[-1].kinds() & NOUNS and not found else []
        return tuple(found)

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """The longer words of the question, of whatever kind: what may lead a series in."""
        idle = {"year", "card_place", "operator", "number"}
        return tuple(m.text for m in self.mentions if len(m.text) > 1 and not m.kinds() & idle)

    @cached_property
    def over_period(self) -> bool:
        """Is a total over the whole period asked (一年印多少册, 全年共)?"""
        return "每" not in self.text and any(m.text in PERIOD_TOTALS for m in self.mentions)

    @cached_property
    def most(self) -> str:
        """The word that claims something of most of a whole (大部分), empty where none does."""
        named = (m.text for m in self.mentions if "most" in m.tags("frame"))
        return next(named, "")

    @cached_property
    def pending(self) -> str:
        """What is asked to be not yet done (还有多少件没办结); empty where it is not."""
        found = PENDING.search(self.text.rstrip("?!。 啊呀呢吗"))
        return found.group(1) if found and "number" in self.asks else ""

    @cached_property
    def digits(self) -> int:
        """To how many decimals the answer is wanted (保留两位小数); -1 where nothing is said."""
        found = DIGITS.search(self.text)
        number = parse(found.group(1) or found.group(2)) if found else None
        return int(number) if number is not None else -1

    @cached_property
    def places(self) -> tuple[Mention, ...]:
        """The places named, each once."""
        named = (m for m in self.content if "card_place" not in m.kinds())
        found = {m.senses: m for m in named if "place" in m.kinds() or LEVEL.match(m.text)}
        return tuple(found.values())

    @cached_property
    def nth(self) -> tuple[int, bool, str]:
        """(n, from the top, as said) of 第二多, 倒数第三; n is 0 where no order is asked."""
        found = NTH.search(self.text)
        number = parse(found.group(2) or found.group(5)) if found else None
        if not found or number is None:
            return 0, True, ""
        reversed_ = found.group(1) or found.group(4)
        top = not reversed_ and found.group(3) not in ("少", "低", "小")
        return int(number), top, found.group().rstrip("的是")

    @cached_property
    def top(self) -> tuple[int, bool]:
        """(n, from the top) of 前三名, 后两名; n is 0 where none is asked."""
        most = MOST.search(self.text)
        if most:
            return int(parse(most.group(1)) or 0), True
        found = TOP.search(self.text)
        number = parse(found.group(2)) if found else None
        return (int(number), found.group(1) in ("前", "头")) if found and number else (0, True)

    @cached_property
    def claimed(self) -> str:
        """A比B多: the claim that the first is `more` or `less`."""
        if len(self.places) == 2 and self.operators & {"more", "less"} and self.is_yes_no:
            return "more" if "more" in self.operators else "less"
        found = CLAIM.search(self.text)
        if not found or self.asks - {"why", "how"} or re.search("[多少高低][几多少]", self.text):
            return ""
        return "more" if found.group(1) in "多高大" else "less"

    def counts(self) -> bool:
        """Does a noun ask for a number (信息数, 发布量) without 多少?"""
        ends = ("数", "量", "数目", "额")
        return any(m.text.endswith(ends) for m in self.mentions if "frame" in m.kinds())

    @cached_property
    def counts_listed(self) -> bool:
        """8个单位是哪些: the number only says how many things the list asked for should have."""
        last = self.numbers[-1] if self.numbers else None
        asked = [m for m in self.mentions if "list" in m.tags("ask")]
        if last is None or not asked or self.asks - {"list"}:
            return False
        between = [m for m in self.content if last.end <= m.start < asked[-1].start]
        return any(m.kinds() & NOUNS for m in between)

    @property
    def counting(self) -> bool:
        """Does a word ask how many?"""
        return bool(self.asks & COUNTING)

    @cached_property
    def wish(self) -> str:
        """How the answer should look: table, chart, source, or nothing said."""
        return wish_of(self.mentions)

    @cached_property
    def each(self) -> bool:
        """Is a figure wanted for each of several things (各多少, 分别)?"""
        return bool(EACH.search(self.text))

    def select(self, mentions: tuple[Mention, ...]) -> Selection:
        """These mentions as a selection of facts in the unit that is asked."""
        return Selection(self.with_cumulative(mentions), (), self.unit, self.each)

    def with_cumulative(self, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """With 累计, which chooses between the figure of the year and that of all years."""
        said = [m for m in self.mentions if "cumulative" in m.tags("frame")]
        added = (m for m in self.mentions if m in said or (said and m.text in UNTIL))
        return (*mentions, *(m for m in added if m not in mentions))

    def sides(self, *, at: frozenset[str] = frozenset()) -> tuple[Selection, ...]:
        """What is set side by side: the places named, or the content between joints (和, 与, 比)."""
        if len(self.places) > 1:
            shared = tuple(m for m in self.content if m not in self.places)
            return tuple(self.select((*shared, place)) for place in self.places)
        return tuple(self.select(side) for side in self._split(at or JOINTS))

    def sides_with_units(self) -> tuple[Selection, ...]:
        """The sides, each with the measure word that it implies itself (场次, 册数, 人次).

        What stands before 中 and a comma leads in each of them: 申请中,网上、当面各有多少件.
        """
        if len(self.places) > 1:
            return self.sides()
        found: list[Selection] = []
        lead: tuple[Mention, ...] = ()
        edges = [
            0,
            *(m.start() for m in re.finditer("[、,]|和|与|及|跟", self.text)),
            len(self.text),
        ]
        for begin, end in pairwise(edges):
            inside = [m for m in self.mentions if begin <= m.start < end]
            content = tuple(m for m in inside if is_content(m))
            unit = next(filter(None, map(_implied_unit, inside)), "")
            if not found and inside and inside[-1].text in WITHIN:
                lead = content
            elif any("frame" not in m.kinds() for m in content):
                found.append(Selection((*lead, *content), (), unit or self.unit_of_ask))
            elif unit and found:
                found.append(Selection(found[-1].mentions, (), unit))
        return tuple(found) if len(found) > 1 else self.sides()

    @cached_property
    def unit_of_ask(self) -> str:
        """The measure word right behind 多少, if any."""
        return self.unit_after(self.asking) if self.asking else ""

    def _split(self, joints: frozenset[str]) -> list[tuple[Mention, ...]]:
        sides: list[list[Mention]] = [[]]
        end = 0
        for mention in self.mentions:
            gap = self.text[end : mention.start]
            listed = joints is JOINTS and ("、" in gap or " " in gap)
            if (mention.text in joints or listed) and any(
                "frame" not in m.kinds() for m in sides[-1]
            ):
                sides.append([])
            if is_content(mention):
                sides[-1].append(mention)
            end = mention.end
        return [tuple(side) for side in sides if any("frame" not in m.kinds() for m in side)]


def _implied_unit(mention: Mention) -> str:
    """册数 asks for 册, 人次 for 人次."""
    if "measure_word" in mention.tags("frame"):
        return mention.text
    implied = IMPLIED_UNIT.match(mention.text) if "light_nouns" in mention.tags("frame") else None
    return implied.group(1) if implied and implied.group(1) not in NO_UNITS else ""


def wish_of(mentions: Sequence[Mention]) -> str:
    """In what form an answer is wanted (table, chart, source), where the question says so."""
    senses = (sense for mention in mentions for sense in mention.senses if sense.kind == "frame")
    wish = next((s.tag for s in senses if s.tag.startswith("wish_")), "")
    return wish.removeprefix("wish_")
