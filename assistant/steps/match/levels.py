"""How near to a fact the words stand that account for a mention: its own, inherited, of its heading, given."""

from __future__ import annotations

from assistant.model import Sense

OWN, INHERITED, HEADING, GIVEN = range(4)
Level = tuple[int, Sense] | None
