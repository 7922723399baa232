"""A tree in words: its question by a frame, what stands in it by templates, all of them data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from assistant.adversaries.material import slots_of
from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.expressions import Expression, Rows
from assistant.adversaries.matrix.material import Frames
from assistant.adversaries.matrix.members import Breakdown
from assistant.adversaries.matrix.trees import breakdowns_of, every, sort_of
from assistant.adversaries.matrix.values import quantity

DIGITS = "零一二三四五六七八九"
TEN = 10
AND = ("和", "、", "与")


class Unsayable(Exception):
    """No template says this tree here."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question with the name of its frame."""

    text: str
    frame: str


def numeral(number: int, pair: bool = False) -> str:
    """A small number in Chinese; `pair` where it counts something (两个县).

    >>> numeral(12), numeral(2, pair=True)
    ('十二', '两')
    """
    if number > 2 * TEN:
        return str(number)
    tens, ones = divmod(number, TEN)
    if number == 2 and pair:
        return "两"
    return ("", "十", "二十")[tens] + (DIGITS[ones] if ones or not tens else "")


def key_of(tree: Expression) -> tuple[str, ...]:
    """Under which keys a tree is asked, the most special first."""
    match tree:
        case x.Figure(item, breakdown):
            own = "member" if breakdown and item != breakdown.whole else "alone"
            return (f"figure/{'whole' if breakdown and item == breakdown.whole else own}",)
        case x.Difference(x.Added(), _):
            return ("difference/added",)
        case x.Difference(_, _, claimed):
            return (f"difference/{claimed or 'apart'}",)
        case x.Count(x.Where(x.Members(), comparison, _)) | x.Names(
            x.Where(x.Members(), comparison, _)
        ):
            own = type(tree).__name__.lower()
            return (f"{own}/where/{comparison}", own)
        case x.Mean(x.Members()) | x.Mean(x.Except(x.Members(), _)):
            return ("mean/" + type(tree.rows).__name__.lower(), "mean")
        case x.Holds(_, comparison, _) | x.Every(_, comparison, _) | x.Some(_, comparison, _):
            return (f"{type(tree).__name__.lower()}/{comparison}",)
        case x.Most(rows, least):
            among = "" if isinstance(rows, x.Members) else "/among"
            return (("least" if least else "most") + among,)
        case x.Nth(_, _, True) | x.IsMost(_, _, True):
            return (f"{type(tree).__name__.lower()}/least",)
        case x.Larger(_, _, True):
            return ("larger/less",)
        case x.Value():
            return ("quantity",)
        case _:
            return (type(tree).__name__.lower(),)


@dataclass
class Speaker:
    """Says one question. What is counted is said once: before it, or at the first part that takes it."""

    frames: Frames
    rng: Random
    pending: Breakdown | None = None

    def ask(self, tree: Expression, led: bool, frame: str | None = None) -> Said:
        """The question of a tree; `led` says what is counted first of all.

        Raises `Unsayable` where no frame fits, or the tree speaks of more than can be said at once.
        """
        spoken = breakdowns_of(tree)
        if len(spoken) > 1:
            raise Unsayable
        own = spoken[0] if spoken else None
        choices = [
            (f"{key}/{name}", template)
            for key in key_of(tree)
            for name, template in self.frames.questions.get(key, {}).items()
        ]
        if frame is not None:
            choices = [choice for choice in choices if choice[0] == frame]
        if not choices:
            raise Unsayable
        name, template = self.rng.choice(choices)
        self.pending = own if own and own.noun and not led else None
        text = self._filled(template, tree)
        if own and (led or not own.noun or self.pending):
            self.pending = None
            text = self._filled(template, tree)
            text = self._one("leads").format(topic=own.topic) + text
        opening, ending = self._one("openings"), self._one("endings")
        if text.endswith("吗"):
            ending = ending.removeprefix("呢")
        return Said(f"{opening}{text}{ending}", name)

    # ---- parts

    def say(self, tree: Expression, key: str | None = None) -> str:
        """A tree as a part of another."""
        templates = self.frames.nouns.get(key or self._noun_key(tree), ())
        if not templates:
            raise Unsayable
        return self._filled(self.rng.choice(list(templates)), tree)

    def _noun_key(self, tree: Expression) -> str:
        match tree:
            case x.Figure():
                key = key_of(tree)[0]
                said = key == "figure/whole" and self.pending is None
                return "figure/whole_said" if said else key
            case x.Value(x.Most(_, least)):
                return "value/least" if least else "value/most"
            case x.Value(x.Nth(_, _, least)):
                return "value/nth_least" if least else "value/nth"
            case x.Where(_, comparison, _):
                return f"where/{comparison}"
            case x.First(_, _, least):
                return "first/least" if least else "first"
            case _:
                return type(tree).__name__.lower()

    def _filled(self, template: str, tree: Expression) -> str:
        """The template with its slots, said from left to right."""
        text, inner = "", self._among(tree, template)
        rest = template
        for slot in slots_of(template):
            before, _, rest = rest.partition(f"{{{slot}}}")
            text += before + self._slot(slot, tree)
        return inner + text + rest

    def _among(self, tree: Expression, template: str) -> str:
        """The rows from which is chosen, where these are not simply all of a sort."""
        match tree:
            case x.Where(rows, _, _) | x.First(rows, _, _):
                chosen = True
            case x.Value(x.Most(rows, _)) | x.Value(x.Nth(rows, _, _)) | x.Nth(rows, _, _):
                chosen = True
            case _:
                chosen = False
        said = "{rows}" in template or "{quantity}" in template
        if not chosen or isinstance(rows, x.Members) or said:
            return ""
        return self.say(rows) + self.rng.choice(("中", "里"))

    def _noun(self, de: bool = False) -> str:
        if self.pending is None:
            return ""
        noun, self.pending = self.pending.noun, None
        return f"的{noun}" if de else noun

    def _slot(self, slot: str, tree: Expression) -> str:
        if slot in ("noun", "de"):
            return self._noun(de=slot == "de")
        if slot in ("sort", "which", "each", "counted", "one", "measure"):
            return self._sort(slot, tree)
        if slot in ("name", "names", "first", "second", "parts"):
            return self._name(slot, tree)
        if slot in ("unit", "own", "number", "ordinal", "amount", "direction"):
            return _number(slot, tree)
        return self.say(tree) if slot == "quantity" else self._part(slot, tree)

    def _name(self, slot: str, tree: Expression) -> str:
        """A slot that is filled with names."""
        match slot, tree:
            case "name", x.Figure(item, _):
                return item.name
            case "name" | "names", x.Position(name, _) | x.IsMost(name, _, _):
                return name
            case "names", x.Only(_, names) | x.Except(_, names) | x.Mean(x.Except(_, names)):
                return self._together(names)
            case "parts", x.Several(parts):
                return self._together([self.say(part) for part in parts])
            case "parts", x.Remainder(_, part):
                return self.say(part.rows if isinstance(part, x.Sum) else part)
            case "first", x.Larger(a, _):
                return a.item.name
            case "second", x.Larger(_, b):
                return b.item.name
            case _:
                raise Unsayable

    def _part(self, slot: str, tree: Expression) -> str:
        """A slot that is a tree of its own."""
        if slot == "than" and isinstance(tree, x.Count | x.Names):
            return self._part(slot, tree.rows)
        if slot == "than" and isinstance(tree, x.Where | x.Every | x.Some):
            same = tree.than == x.Mean(tree.rows)
            return self.say(tree.than, "mean/same" if same else None)
        match slot, tree:
            case "rows", x.Sum(rows) | x.Mean(rows) | x.Median(rows) | x.Spread(rows):
                return self.say(rows)
            case "rows", x.Count(rows) | x.Names(rows) | x.Most(rows, _) | x.Nth(rows, _, _):
                return self.say(rows)
            case "rows", x.Position(_, rows) | x.IsMost(_, rows, _):
                return self.say(rows)
            case "a", x.Difference(x.Added(a, _), _):
                return self.say(a)
            case "more", x.Added(_, more) | x.Difference(x.Added(_, more), _):
                return self.say(more)
            case "given", x.Product(_, each):
                return self.say(each)
            case _:
                part = getattr(tree, slot, None)
                if not isinstance(part, Expression):
                    raise Unsayable
                return self.say(part)

    def _sort(self, slot: str, tree: Expression) -> str:
        if slot == "one" and isinstance(tree, x.Per):
            return tree.among.unit[0]
        sort = sort_of(tree)
        if sort is None:
            raise Unsayable
        if slot == "sort":
            return sort.noun
        return sort.counted if slot == "one" else str(getattr(sort, slot))

    def _together(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        if any(mark in name for name in names for mark in AND):
            raise Unsayable
        return "、".join(names[:-1]) + self.rng.choice(AND) + names[-1]

    def _one(self, part: str) -> str:
        return str(self.rng.choice(self.frames.words[part]))


def _number(slot: str, tree: Expression) -> str:
    """A slot that is filled with a number, a measure word, or which is more."""
    match slot, tree:
        case "unit", _:
            return _unit(tree)
        case "own", x.Product(a, _):
            return _unit(a)
        case "number", x.First(_, number, _):
            return numeral(number, pair=True)
        case "number", x.Members(_, sort):
            return numeral(len(sort.names), pair=True)
        case "ordinal", x.Nth(_, number, _) | x.Value(x.Nth(_, number, _)):
            return numeral(number)
        case "amount", x.Given(value, unit):
            return f"{value:f}{unit}"
        case "direction", x.Difference(a, b):
            return "多" if quantity(a).value > quantity(b).value else "少"
        case _:
            raise Unsayable


def _unit(tree: Expression) -> str:
    """The measure word that a tree asks for."""
    for one in every(tree):
        if isinstance(one, x.Product):
            return one.each.unit
        if isinstance(one, x.Figure):
            return one.item.unit
        if isinstance(one, Rows) and getattr(one, "breakdown", None):
            return str(one.breakdown.unit)  # type: ignore[union-attr]
    return ""
