"""JSON: one object with all entries; JSON Lines: an entry a line."""

from __future__ import annotations

import json
from dataclasses import asdict

from assistant.drafting.material import Material
from assistant.faq.entries import Collection
from assistant.faq.pages.shared import title


def whole(collection: Collection, material: Material) -> bytes:
    """`{"title", "report": the card, "entries": [row, …]}`, indented by one blank."""
    data = {
        "title": title(collection, material),
        "report": asdict(collection.card),
        "entries": [entry.to_dict() for entry in collection.entries],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def lines(collection: Collection, material: Material) -> bytes:
    """A row a line, in the order of the report."""
    rows = (json.dumps(entry.to_dict(), ensure_ascii=False) for entry in collection.entries)
    return "".join(f"{row}\n" for row in rows).encode()
