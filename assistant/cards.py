"""What people call a report: the names of its place and its organ, short and in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.late import late
from assistant.model import Card
from assistant.places import short, suffix

# A place within a place, outermost first: 淮安市洪泽区, 安溪县湖头镇.
PLACE = late(r"[^省市县区旗镇乡村]{1,8}(?:自治区|自治州|自治县|街道|[省市县区旗镇乡村])")
GOVERNMENT = late(r"(?:人民)?政府(?:办公[室厅])?$|管理委员会$|管委会$|(?:街道)?办事处$")

# What a government's office is called after its place: 上海市府办, 洪泽区政府办.
OFFICES = ("政府办公{}", "府办公{}", "政府办", "府办")
OFFICE = len(OFFICES)
BOARDS = ("管理委员会", "管委会")
# A zone where a place lies, of a kind that may have a longer name: 平潭综合实验区, 云泽经济技术开发区.
ZONE = late(
    r"(?P<where>.{2,}?)(?:综合|经济技术|经济|高新技术产业|高新|工业)*(?P<kind>实验区|开发区|示范区|度假区|园区|新区)"
)
SHORT = 2
COMMISSION = "委"

Departments = Mapping[str, Sequence[str]]


def names_of(card: Card, departments: Departments) -> tuple[str, ...]:
    """Every name by which a question may mean this report's place or organ, the longest first.

    The report of a government is called by its place; that of a department by its own name only, for
    the figures of one office are not those of the whole place.

    >>> card = Card("", "", "沭阳县发展和改革局", "沭阳县", 2023)
    >>> " ".join(names_of(card, {"发展和改革": ["发改"]}))
    '沭阳县发展和改革局 沭阳发展和改革局 县发展和改革局 发展和改革局 沭阳县发改局 沭阳发改局 县发改局 发改局'
    """
    if is_government(card):
        found = _places(_full_place(card))
        ruled = GOVERNMENT.search(card.organ)
        ending = ruled.group().removeprefix("街道") if ruled else ""
        endings = _endings(ending)
        organs = [f"{place}{e}" for place in found if suffix(place) for e in endings if e]
        found = [*found, *organs, *_offices(card.place, endings), card.organ]
    else:
        found = _departments(card, departments)
    return tuple(sorted(dict.fromkeys(found), key=lambda name: (-len(name), name)))


def _endings(ending: str) -> tuple[str, ...]:
    """What a government, or its office, is called after its place, in full and in short."""
    if ending == "人民政府":
        return (ending, "政府")
    if ending.startswith("人民政府办公"):
        return (ending, *(office.format(ending[-1]) for office in OFFICES))
    if ending in BOARDS:
        return BOARDS
    return (ending, "办") if ending == "办事处" else (ending,)


def _offices(place: str, endings: tuple[str, ...]) -> list[str]:
    """What an office or a zone's board is called without its place's own name: 市府办, 府办, 实验区管委会.

    A zone may be named by the place where it lies only with what says that it is the zone: 平潭管委会.
    """
    if endings == BOARDS:
        zone = ZONE.fullmatch(place)
        where = [zone["where"], zone["where"] + zone["kind"], zone["kind"]] if zone else []
        return [f"{name}{e}" for name in ("", *where) for e in BOARDS] + where[1:2]
    if len(endings) < OFFICE:
        return []
    kinds = ("", suffix(place)) if suffix(place) else ("",)
    return [f"{kind}{e}" for kind in kinds for e in endings]


def is_government(card: Card) -> bool:
    """Is it the report of a place's government (or of its office), not of one department?"""
    organ = _bare_organ(card)
    return organ == "" or bool(GOVERNMENT.fullmatch(organ))


def is_office(card: Card) -> bool:
    """Is it the report of a government's office, and not of the government itself?

    >>> is_office(Card("", "", "上海市人民政府办公厅", "上海市", 2025))
    True
    """
    return is_government(card) and card.organ.endswith(("办公室", "办公厅"))


def label_of(card: Card) -> str:
    """How an answer calls a report among several: 宿迁市2023年."""
    return f"{body_of(card)}{card.year}年"


def body_of(card: Card) -> str:
    """How an answer calls the body whose report it is: 宿迁市, 沭阳县发展和改革局."""
    return _places(_full_place(card))[0] if is_government(card) else card.organ


def _full_place(card: Card) -> str:
    """The place with what it belongs to, where the organ names that as well (安庆市迎江区人民政府)."""
    at = card.organ.find(card.place)
    return card.organ[: at + len(card.place)] if suffix(card.organ[: max(at, 0)]) else card.place


def _bare_organ(card: Card) -> str:
    """The organ without its place."""
    # A national organ names itself before its place: 国家税务总局云泽县税务局.
    at = max(card.organ.find(_full_place(card)), 0)
    organ = card.organ[at:]
    for place in [_full_place(card), *_places(_full_place(card))]:
        organ = organ.removeprefix(place)
    return organ


def put_to(card: Card, question: str) -> str:
    """A question that stands by itself among several reports: it names the one that is meant.

    >>> put_to(Card("", "", "宿迁市人民政府", "宿迁市", 2023), "2023年新收申请多少件？")
    '宿迁市2023年新收申请多少件？'
    """
    return label_of(card) + question.removeprefix(f"{card.year}年")


def named(card: Card, question: str) -> str:
    """The same for a question that may name the place or organ itself.

    >>> card = Card("", "", "宿迁市人民政府", "宿迁市", 2023)
    >>> named(card, "宿迁市收到多少件申请？"), named(card, "宿迁市人民政府的联系电话是多少？")
    ('宿迁市2023年收到多少件申请？', '2023年宿迁市人民政府的联系电话是多少？')
    """
    body = body_of(card)
    if question.startswith(card.organ) and card.organ != body:
        return f"{card.year}年{question}"
    return put_to(card, question.removeprefix(body))


def _places(place: str) -> list[str]:
    """The place by its last name, with and without what it belongs to, in full and in short."""
    parts = PLACE.findall(place) or [place]
    last = parts[-1]
    found = [last, place]
    if len(short(last)) > 1:
        found.append(short(last))
    if len(parts) > 1:
        found += [short(parts[-2]) + last, short(parts[-2]) + short(last)]
    return list(dict.fromkeys(name for name in found if len(name) > 1))


def _departments(card: Card, departments: Departments) -> list[str]:
    """The organ in full and abbreviated, with the place, with its short name, and alone."""
    bare = _bare_organ(card)
    names = [bare]
    # The longest: 教育体育局 is no 教育 of 体育局.
    stem = max((s for s in departments if bare.startswith(s)), key=len, default="")
    ending, abbreviations = bare.removeprefix(stem), departments.get(stem, ())
    endings = [ending, COMMISSION] if ending == "委员会" else [ending]
    names += [a + e for a in abbreviations for e in endings]
    # 食药监 says enough without 局; 发改 does not.
    names += [a for a in abbreviations if len(a) > SHORT]
    found = [card.organ]
    for name in names:
        found += [p + name for p in (*_places(_full_place(card)), suffix(card.place))]
        found.append(name)
    # 科委 is a name; 发改 is none, and 商局 nobody says.
    return [name for name in found if len(name) > SHORT or name[1:] == COMMISSION]
