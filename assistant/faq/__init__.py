"""Frequently asked questions from a report's facts: generated, asked of the engine, published as a page.

Fact → `Draft` (ways to ask it, and what a right answer must give) → asked → `Entry` (question, variants,
the engine's own answer) → a page in one of the `formats`. What the engine answers otherwise is `Withheld`.
"""

from __future__ import annotations

from assistant.drafting.draft import Draft
from assistant.drafting.drafts import drafts_of
from assistant.drafting.material import Material
from assistant.faq.asking import ask_all
from assistant.faq.entries import Collection, Entry, Withheld
from assistant.faq.loading import load_material
from assistant.faq.pages import FORMATS, render
from assistant.faq.selecting import select

__all__ = [
    "FORMATS",
    "Collection",
    "Draft",
    "Entry",
    "Material",
    "Withheld",
    "ask_all",
    "drafts_of",
    "load_material",
    "render",
    "select",
]
