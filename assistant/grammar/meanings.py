"""What a rule makes of its parts: phrases put together from their elements, and operators over them.

Types are guards here: a production that gives None is no reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.model import Mention
from assistant.queries.spreading import merge, spread
from assistant.queries.tree import EMPTY, Asked, Phrase, Tree, keyed, size

WIDE = frozenset({"any", "organ", "place"})
LOOSE = frozenset({"any", "organ"})
NAMES = frozenset({"place", "organ", "channel"})
# In what members are counted, of whatever kind they are.
MEMBERS = ("个", "家", "位", "名", "种", "类")
PERSONS = ("人", "人次", "名", "位", "人(次)")
# What only asks whether.
TRUTHS = frozenset({"holds", "holds_than", "agree"})
# What stands around the operands of an operator; only these hold a number there against the facts.
AROUND = ("m", "w", "e")
NUMBERED = frozenset(
    {
        "wanted",
        "join",
        "apposed",
        "element",
        "bag",
        "bags",
        "bags_and",
        "part",
        "ask_quantity",
        "per",
        "per_time",
        "per_given",
    }
)
Kids = Mapping[str, Tree]
Production = Callable[[Kids], Tree | None]


def build(op: str, kids: Kids) -> Tree | None:
    """The tree of an operator over these parts; None where their types do not fit."""
    if op not in NUMBERED and any(part in kids and kids[part].phrase.given for part in AROUND):
        return None
    if op in TRUTHS and any(leaf.phrase.asked for kid in kids.values() for leaf in kid.leaves()):
        # A超出B的平均值多少期 asks how much, and claims nothing.
        return None
    production = PRODUCTIONS.get(op)
    if production is not None:
        return production(kids)
    return keyed(Tree(op, tuple(kids.items())))


def _phrase(phrase: Phrase) -> Tree:
    return keyed(Tree("phrase", phrase=phrase))


def _facet(kids: Kids) -> Tree | None:
    word = kids["f"].word
    return _phrase(Phrase(facets=(word,))) if word else None


def _name(kids: Kids) -> Tree | None:
    """A name by itself, as an item of a list without marks."""
    word = kids["f"].word
    return (
        keyed(Tree("figure", phrase=Phrase(facets=(word,))))
        if word and word.kinds() & NAMES
        else None
    )


def _facets(kids: Kids) -> Tree | None:
    phrase, word = kids["d"].phrase, kids["f"].word
    return _phrase(replace(phrase, facets=(*phrase.facets, word))) if word else None


def _join(kids: Kids) -> Tree | None:
    one, other = kids["d"].phrase, kids["e"].phrase
    joint = one.joint or other.joint
    return _phrase(
        Phrase(facets=(*one.facets, *other.facets), given=one.given + other.given, joint=joint)
    )


def _joint(kids: Kids) -> Tree | None:
    """档案馆和图书馆: both in one description, whose figure is of both together."""
    joined = _join(kids)
    return _phrase(replace(joined.phrase, joint=True)) if joined else None


def _apposed(kids: Kids) -> Tree | None:
    """市级978项, 7宗申请: a number that stands beside what it counts."""
    phrase, given = kids["d"].phrase, kids["g"].given
    if given is None or phrase.given or not (given.unit or given.percent):
        return None
    return _phrase(replace(phrase, given=(given,)))


def _one(kids: Kids) -> Tree | None:
    """阳山一县."""
    number = kids["n"].given
    return kids["d"] if number and number.value == 1 else None


def _asked(kids: Kids) -> Tree | None:
    unit = kids.get("u")
    word = unit.word if unit else None
    return keyed(Tree("asked", asked=Asked(unit.tag if unit else "", at=word.end if word else 0)))


def _asked_points(kids: Kids) -> Tree | None:
    return keyed(Tree("asked", asked=Asked(kids["p"].tag)))


def _asked_persons(kids: Kids) -> Tree | None:
    """有多少人参加: that they take part is said by their measure word."""
    return _asked(kids) if kids["u"].tag in PERSONS else None


def _asked_percent(kids: Kids) -> Tree | None:
    return keyed(Tree("asked", asked=Asked("%", percent=True)))


def _wanted(kids: Kids) -> Tree | None:
    facets = tuple(m for part in ("d", "e") if part in kids for m in kids[part].phrase.facets)
    given = tuple(g for part in ("d", "e") if part in kids for g in kids[part].phrase.given)
    return _phrase(Phrase(facets=facets, asked=kids["a"].asked, given=given))


def _given(kids: Kids) -> Tree | None:
    number, unit = kids["n"], kids.get("u")
    if number.given is None:
        return None
    given = replace(number.given, unit=unit.tag if unit else "", more="b" in kids)
    return keyed(replace(number, op="given", given=given))


def _given_about(kids: Kids) -> Tree | None:
    made = _given(kids)
    return (
        keyed(replace(made, given=replace(made.given, about=True))) if made and made.given else None
    )


def _class(kids: Kids) -> Tree | None:
    number = kids.get("n")
    cardinal = int(number.given.value) if number and number.given else 0
    if cardinal == 1:
        return _phrase(Phrase(classes=kids["c"].tag))
    return _phrase(
        Phrase(classes=kids["c"].tag, cardinal=cardinal, every="v" in kids or bool(cardinal))
    )


def _which(kind: str) -> Production:
    def make(kids: Kids) -> Tree | None:
        named = kids.get("c")
        return _phrase(Phrase(classes=named.tag if named else "", which=kind))

    return make


def _count_class(kids: Kids) -> Tree | None:
    return _phrase(Phrase(classes=kids["c"].tag, counts=True))


def _condition(kids: Kids) -> Tree | None:
    return _phrase(Phrase(conditions=(kids["c"],)))


def _conditions(kids: Kids) -> Tree | None:
    """比阳山少、但比连州多: both are asked of each member."""
    return _phrase(Phrase(conditions=(kids["c"], kids["d"])))


def _except(kids: Kids) -> Tree | None:
    left_out = kids["d"].phrase
    return None if left_out.given else _phrase(Phrase(excluded=(left_out.facets,)))


def _except_list(kids: Kids) -> Tree | None:
    phrases = [leaf.phrase for leaf in kids["l"].leaves()]
    named = tuple(p.facets for p in phrases)
    sound = all(named) and not any(p.given for p in phrases)
    return _phrase(Phrase(excluded=named)) if sound else None


def _named(kids: Kids) -> Tree | None:
    """连州、英德和清新: members by name."""
    *first, last = _plain_items(kids["l"]) or ((),)
    if not first:
        return None
    own = tuple(m for m in last if m.kinds() & NAMES)
    rest = tuple(m for m in last if m not in own) if own and all(_is_name(f) for f in first) else ()
    return _phrase(Phrase(facets=rest, named=(*first, own if rest else last)))


def _is_name(facets: tuple[Mention, ...]) -> bool:
    return all(m.kinds() & NAMES for m in facets)


def _plain_items(tree: Tree) -> tuple[tuple[Mention, ...], ...]:
    """The facets of each item of a list; none where an item is more than a description."""
    listed = tree["l"] if tree.op == "counted" else tree
    if listed.op in ("pair", "more"):
        groups = [_plain_items(kid) for _, kid in listed.kids]
        return tuple(facets for group in groups for facets in group) if all(groups) else ()
    plain = listed.op == "figure" and not listed.phrase.given
    return (listed.phrase.facets,) if plain else ()


def _counted(kids: Kids) -> Tree | None:
    """连州、英德两市: the number is that of the items."""
    number = kids["n"].given
    if kids["l"].op == "counted" or number is None or number.percent:
        return None
    return keyed(Tree("counted", tuple(kids.items()))) if number.value == size(kids["l"]) else None


def _pair(kids: Kids) -> Tree | None:
    """Items of a list: no bare numbers."""
    both = (kids.get("l") or kids["a"], kids["b"])
    if any(
        kid.op == "given" and not (kid.given and (kid.given.unit or kid.given.percent))
        for kid in both
    ):
        return None
    return keyed(Tree("more" if "l" in kids else "pair", tuple(kids.items())))


def _beside(kids: Kids) -> Tree | None:
    """在均值之上: on one side of what is computed."""
    return (
        keyed(Tree("beside", tuple(kids.items())))
        if kids["q"].op not in ("given", "figure")
        else None
    )


def _equal(op: str) -> Production:
    """只有1条, or a bare number beside what is asked (哪个县是645项)."""

    def make(kids: Kids) -> Tree | None:
        given = kids["g"].given
        return (
            keyed(Tree(op, tuple(kids.items())))
            if given and (given.unit or given.percent)
            else None
        )

    return make


def _compare_twice(kids: Kids) -> Tree | None:
    """达到700项以上: both words bound the same side."""
    side = {"more": "at_least", "less": "at_most"}
    before, behind = kids["c"].tag, kids["p"].tag
    if side.get(before, before) != behind:
        return None
    return keyed(Tree("compare", (("c", kids["c"]), ("g", kids["g"]))))


def _named_and(kids: Kids) -> Tree | None:
    """市级和各县市区: a member by name beside a class."""
    phrase = kids["e"].phrase
    if not phrase.classes or phrase.named or kids["d"].phrase.given:
        return None
    return _phrase(replace(phrase, named=(kids["d"].phrase.facets,), besides=True))


def _sup(kids: Kids) -> Tree | None:
    return _phrase(Phrase(order=kids["s"].tag, nth=1))


def _nth(kids: Kids) -> Tree | None:
    nth = kids["s"].given
    return _phrase(Phrase(order=kids["s"].tag, nth=int(nth.value), ordinal=True)) if nth else None


def _top(kids: Kids) -> Tree | None:
    first = kids["s"].given
    return (
        _phrase(Phrase(order=kids["s"].tag, first=int(first.value), ordinal=True))
        if first
        else None
    )


def _sup_many(kids: Kids) -> Tree | None:
    first, named = kids["n"].given, kids.get("c")
    if first is None or first.value < 2:
        return None
    return _phrase(
        Phrase(order=kids["s"].tag, first=int(first.value), classes=named.tag if named else "")
    )


def _ask(kids: Kids) -> Tree | None:
    return _phrase(Phrase(asked=kids["a"].asked))


def _including(kids: Kids) -> Tree | None:
    """连市级在内: all members, this one too."""
    named = kids["d"].phrase
    if named.given:
        return None
    return _phrase(Phrase(classes="all", named=(named.facets,), besides=True))


def _ask_general(kids: Kids) -> Tree | None:
    """共有几个, 共有几类: how many there are of what is described."""
    asked = kids["a"].asked
    return _phrase(Phrase(asked=asked)) if asked and asked.unit in MEMBERS else None


def _mean_around(kids: Kids) -> Tree | None:
    """除A外，平均每个县…: what stands on both sides is one phrase."""
    if "h" in kids and not kids["b"].phrase.classes:
        return None
    merged = merge(kids["a"].phrase, kids["b"].phrase)
    return build("mean", {"b": _phrase(merged)}) if merged and merged.has_members else None


def _bags_and(kids: Kids) -> Tree | None:
    """分别是谁、各多少项: what is asked besides."""
    other = kids["e"].phrase
    return _bags(kids) if other.which or other.asked or other.each else None


def _bags(kids: Kids) -> Tree | None:
    merged = merge(kids["b"].phrase, kids["e"].phrase)
    return _phrase(merged) if merged else None


def _member(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase
    picks = phrase.order and (phrase.nth == 1 or phrase.nth > 1) and not phrase.first
    if not picks or phrase.asked or phrase.which or phrase.position or phrase.counts:
        return None
    return keyed(Tree("member", phrase=phrase))


def _figure(kids: Kids) -> Tree | None:
    return keyed(Tree("figure", phrase=kids["d"].phrase))


def _figure_in(kids: Kids) -> Tree | None:
    """人次, 场次: a unit that is asked for as a noun."""
    word = kids["u"].word
    return keyed(Tree("figure_in", tuple(kids.items()))) if word and len(word.text) > 1 else None


def _over_rows(op: str) -> Production:
    """An aggregate over a list, or over a phrase whose members it takes."""

    def make(kids: Kids) -> Tree | None:
        rows = kids.get("b") if "a" not in kids else None
        if rows is not None:
            phrase = rows.phrase
            if op == "mean" and ("h" in kids or phrase.each) and not phrase.classes:
                # 平均每个项目 is over projects, and not over the towns that have them.
                return None
            if (
                phrase.which
                or phrase.position
                or phrase.counts
                or (phrase.order and not phrase.first)
            ):
                return None
            if (op == "sum" and phrase.is_plain) or not is_firm(phrase):
                return None
            if op == "sum" and _counts_members(phrase, kids.get("w")):
                return None
        return keyed(Tree(op, tuple(kids.items())))

    return make


def _counts_members(phrase: Phrase, wanted: Tree | None) -> bool:
    """不足5个的街道共有几个 asks how many of them there are, whatever their figures are counted in."""
    alone = wanted is not None and not wanted.phrase.facets
    asked = wanted.phrase.asked if alone and wanted is not None else None
    return bool(phrase.conditions and asked and asked.unit in MEMBERS)


def _ask_quantity(kids: Kids) -> Tree | None:
    rows = kids["q"].get("b") if kids["q"].op == "sum" else None
    if rows is not None and _counts_members(rows.phrase, kids.get("w")):
        return None
    return keyed(Tree("ask_quantity", tuple(kids.items())))


def _shares(kids: Kids) -> Tree | None:
    """各用途各占百分之几: of each item of a list, or of each member of a kind that is named."""
    wanted = kids.get("w")
    asked = wanted.phrase.asked if wanted is not None else None
    if wanted is not None and (wanted.phrase.facets or asked is None or not asked.percent):
        return None
    rows = kids.get("b")
    if rows is None:
        return keyed(Tree("shares", tuple(kids.items())))
    phrase = rows.phrase
    picked = phrase.which or phrase.position or phrase.counts or phrase.order or phrase.asked
    told = phrase.every or phrase.each or phrase.cardinal or phrase.named
    if picked or not (phrase.classes or phrase.named) or not told:
        return None
    return keyed(Tree("shares", tuple(kids.items())))


def _topic(kids: Kids) -> Tree | None:
    topic = kids["d"].phrase
    if topic.joint and any(leaf.phrase.each for leaf in kids["s"].leaves()):
        return None
    # 两处文件类信息, A的比B的多多少: a number of what is then named one by one says of which whole nothing.
    named = sum(1 for leaf in kids["s"].leaves() if leaf.phrase.facets)
    of = tuple(g for g in topic.given if g.percent or g.value != named)
    return spread(kids["s"], topic.facets, of)


def _each(kids: Kids) -> Tree | None:
    return _phrase(Phrase(each=True))


def _made_up(kids: Kids) -> Tree | None:
    """专项经费的构成: all members, each with its figure."""
    return _phrase(Phrase(classes="all", each=True))


def _nothing(kids: Kids) -> Tree | None:
    return _phrase(EMPTY)


def _position(kids: Kids) -> Tree | None:
    return _phrase(Phrase(position=True))


def _sorted(kids: Kids) -> Tree | None:
    """从少到多排列: said twice, the one that tells the direction counts."""
    said = {kids[part].tag for part in ("s", "t") if part in kids}
    return _phrase(Phrase(sort="ascending" if "ascending" in said else "descending"))


def _by_degree(kids: Kids) -> Tree | None:
    """哪个区事项多: of members, the one that has most."""
    phrase = kids["b"].phrase
    if (
        phrase.which != "one"
        or phrase.order
        or phrase.sort
        or phrase.asked
        or phrase.counts
        or phrase.position
    ):
        return None
    order = "max" if kids["d"].tag == "more" else "min"
    return _ask_phrase({"b": _phrase(replace(phrase, order=order, nth=1))})


def _parts(kids: Kids) -> Tree | None:
    """Several things asked of, each with its own 多少."""
    first = kids.get("m") or kids["a"]
    flat = [*(kid for _, kid in first.kids)] if first.op == "parts" else [first]
    flat.append(kids["b"])
    of_all = [
        any(_is_of_all_years(m) for m in leaf.phrase.facets)
        for kid in flat
        for leaf in kid.leaves()
    ]
    if any(of_all) and not all(of_all):
        # 累计网站多少条，公报多少条: of which years the second is asked is not for each part to say.
        return None
    return keyed(Tree("parts", tuple((str(at), kid) for at, kid in enumerate(flat))))


def _is_of_all_years(mention: Mention) -> bool:
    return any("历年累计" in s.atoms for s in mention.senses) or mention.text in ("累计", "历年")


def _part_among(kids: Kids) -> Tree | None:
    return keyed(replace(kids["p"], tag="among"))


def _claim(op: str) -> Production:
    """X是N吗; that A is so much more than B is a claim of its own (claim_difference), which knows the direction."""

    def make(kids: Kids) -> Tree | None:
        apart = kids["q"]
        directed = (
            apart.op == "difference" and apart.get("d") is not None and apart.get("w") is None
        )
        return None if directed else keyed(Tree(op, tuple(kids.items())))

    return make


def _claim_most(kids: Kids) -> Tree | None:
    """占了一大半吧: more than half of the whole."""
    most = kids["m"]
    given = keyed(replace(most, op="given"))
    return keyed(Tree("claim_bound", (("q", kids["q"]), ("c", most), ("g", given))))


def _claim_more(kids: Kids) -> Tree | None:
    both = (kids["k"], kids["l"])
    flat = [
        kid for k in both for kid in ([c for _, c in k.kids] if k.op == "claims_listed" else [k])
    ]
    return keyed(Tree("claims_listed", tuple((str(at), kid) for at, kid in enumerate(flat))))


def is_firm(phrase: Phrase) -> bool:
    """类 and 部门 by themselves are no members: something has to say that members are meant."""
    said = (
        phrase.which
        or phrase.conditions
        or phrase.order
        or phrase.each
        or phrase.every
        or phrase.named
        or phrase.excluded
    )
    return phrase.classes not in LOOSE or bool(said)


def _several_plain(kids: Kids) -> Tree | None:
    """Several figures asked of in one, without 各: descriptions only."""
    return keyed(Tree("several", tuple(kids.items()))) if _plain_items(kids["l"]) else None


def _some(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase
    asked = phrase.order or phrase.which or phrase.asked or phrase.counts or phrase.position
    if asked or not (phrase.conditions and phrase.classes):
        return None
    return keyed(Tree("some", tuple(kids.items())))


def _claim_order(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase
    if (
        not phrase.order
        or phrase.first
        or phrase.asked
        or phrase.which
        or phrase.counts
        or phrase.position
    ):
        return None
    return keyed(Tree("claim_order", tuple(kids.items())))


def _every(kids: Kids) -> Tree | None:
    phrase = kids["b"].phrase if "b" in kids else EMPTY
    if (
        phrase.order
        or phrase.which
        or phrase.asked
        or phrase.counts
        or phrase.position
        or phrase.conditions
    ):
        return None
    return keyed(Tree("every", tuple(kids.items())))


def _difference(kids: Kids) -> Tree | None:
    if "c" in kids and kids["c"].tag != "more":
        return None
    listed = kids.get("l")
    if listed is not None and size(listed) != 2:
        return None
    return keyed(Tree("difference", tuple(kids.items())))


def _ratio(kids: Kids) -> Tree | None:
    """A除以B; what is already one for each is no ratio to another (平均一个月…（全年除以12）)."""
    parts = [kids[name] for name in ("a", "b") if name in kids]
    if any(kid.op in ("per_time", "given") for kid in parts):
        return None
    return keyed(Tree("ratio", tuple(kids.items())))


def _same(name: str) -> Production:
    return lambda kids: kids[name]


def _pair_bare(kids: Kids) -> Tree | None:
    """佛冈连山连南: names side by side, all of one kind."""
    listed, last = kids.get("l") or kids["a"], kids["b"]
    names = [leaf.phrase.facets for leaf in listed.leaves()]
    behind = [leaf.phrase.facets for leaf in last.leaves()]
    if not all(len(facets) == 1 and facets[0].kinds() & NAMES for facets in names):
        return None
    if not (len(behind) == 1 and behind[0] and behind[0][0].kinds() & NAMES):
        return None
    return keyed(Tree("more" if "l" in kids else "pair", tuple(kids.items())))


def _of_their_class(phrase: Phrase) -> Phrase:
    """高出八个县平均数的是哪几个: those that are sought are of the class whose mean is spoken of."""
    if phrase.classes or phrase.named or phrase.which != "many":
        return phrase
    means = [c.get("q") for c in phrase.conditions if c.op in ("compare_quantity", "than_quantity")]
    classes = {leaf.phrase.classes for q in means if q and q.op == "mean" for leaf in q.leaves()}
    return replace(phrase, classes=classes.pop()) if len(classes) == 1 else phrase


def _ask_phrase(kids: Kids) -> Tree | None:
    phrase = _of_their_class(kids["b"].phrase)
    if phrase.counts and not phrase.conditions:
        return None
    named = phrase.order or phrase.conditions or phrase.classes or phrase.named or phrase.asked
    if phrase.which == "many" and not named:
        return None
    if phrase.each and not (phrase.classes or phrase.named or phrase.every or phrase.which):
        return None
    if phrase.which != "one" and any(c.op == "equal_bare" for c in phrase.conditions):
        return None
    if not is_firm(phrase):
        return None
    listed = (
        phrase.each
        or phrase.every
        or phrase.named
        or phrase.which
        or phrase.conditions
        or phrase.order
    )
    if phrase.asked and not (listed or phrase.position or phrase.counts):
        return None
    if not (phrase.has_members or phrase.position or phrase.sort):
        return None
    return keyed(Tree("phrase_asked", phrase=phrase))


PRODUCTIONS: dict[str, Production] = {
    "facet": _facet,
    "name": _name,
    "facets": _facets,
    "join": _join,
    "joint": _joint,
    "asked": _asked,
    "ask_quantity": _ask_quantity,
    "asked_percent": _asked_percent,
    "asked_points": _asked_points,
    "asked_persons": _asked_persons,
    "wanted": _wanted,
    "given": _given,
    "given_about": _given_about,
    "class": _class,
    "which": _which("one"),
    "which_many": _which("many"),
    "count_class": _count_class,
    "element": _same("d"),
    "condition": _condition,
    "conditions": _conditions,
    "except": _except,
    "except_list": _except_list,
    "named": _named,
    "named_and": _named_and,
    "sup": _sup,
    "nth": _nth,
    "top": _top,
    "sup_many": _sup_many,
    "ask": _ask,
    "each": _each,
    "made_up": _made_up,
    "among": _nothing,
    "position": _position,
    "sorted": _sorted,
    "by_degree": _by_degree,
    "bag": _same("e"),
    "bags": _bags,
    "member": _member,
    "figure": _figure,
    "figure_in": _figure_in,
    "stated": _same("g"),
    "sum": _over_rows("sum"),
    "mean": _over_rows("mean"),
    "shares": _shares,
    "said": _same("s"),
    "several_plain": _several_plain,
    "named_and_class": _named_and,
    "some": _some,
    "claim_order": _claim_order,
    "every": _every,
    "difference": _difference,
    "ratio": _ratio,
    "pair": _pair,
    "more": _pair,
    "counted": _counted,
    "compare_twice": _compare_twice,
    "equal": _equal("equal"),
    "beside": _beside,
    "equal_bare": _equal("equal_bare"),
    "apposed": _apposed,
    "one": _one,
    "including": _including,
    "ask_general": _ask_general,
    "mean_around": _mean_around,
    "bags_and": _bags_and,
    "parts": _parts,
    "part_among": _part_among,
    "claim": _claim("claim"),
    "claim_part": _claim("claim_part"),
    "claim_more": _claim_more,
    "claim_most": _claim_most,
    "pair_bare": _pair_bare,
    "topic": _topic,
    "ask_phrase": _ask_phrase,
}
