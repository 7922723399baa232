"""What a question names: places, the kinds of members that are asked for, and the noun that is counted."""

from __future__ import annotations

from functools import cached_property

from assistant.index.concepts import NOUNS
from assistant.late import late
from assistant.model import Mention
from assistant.steps.reading.units import MeasureWords
from assistant.steps.reading.words import is_content

# What ends the noun behind 哪个: what is asked of it.
FIRM = frozenset({"ask", "number", "unit", "operator", "negation", "year"})
TOWNS = frozenset({"乡镇", "镇", "乡", "村", "镇街", "镇村"})
PLACE_CLASSES = "市县区镇乡村"
# What all of the level of counties are called for short, cities among them.
COUNTY_LEVEL = late("县区|区县|县、区|区、县")
LEVEL = late(r"^[省市县区镇]本?级$")


class Named(MeasureWords):
    """The names in a question."""

    @cached_property
    def places(self) -> tuple[Mention, ...]:
        """The places named, each once."""
        named = (m for m in self.content if "card_place" not in m.kinds())
        found = {m.senses: m for m in named if "place" in m.kinds() or LEVEL.match(m.text)}
        return tuple(found.values())

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
        texts = (COUNTY_LEVEL.sub("县市区", text.replace("县级市", "市")) for text in named)
        return tuple(dict.fromkeys(c for text in texts for c in text if c in PLACE_CLASSES))

    @property
    def is_of_places(self) -> bool:
        """各地, 地方: places of whatever kind, and no level of the whole (市级)."""
        return not self.classes and any("members" in m.tags("operator") for m in self.mentions)

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
