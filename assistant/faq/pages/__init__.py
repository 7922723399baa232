"""The formats in which questions are published: a writer a file, registered here by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from assistant.drafting.material import Material
from assistant.faq.entries import Collection

# Each format's module, and the function in it: (collection, material) → bytes.
WRITERS: Mapping[str, tuple[str, str]] = {
    "html": ("webpage", "html"),
    "md": ("markdown", "markdown"),
    "json": ("objects", "whole"),
    "jsonl": ("objects", "lines"),
    "csv": ("delimited", "csv"),
    "tsv": ("delimited", "tsv"),
    "xlsx": ("workbook", "xlsx"),
    "docx": ("document", "docx"),
}
FORMATS = tuple(WRITERS)


def render(collection: Collection, form: str, material: Material) -> bytes:
    """The questions in one of the `FORMATS`; the same bytes for the same questions.

    Raises `ModuleNotFoundError` where the extra that writes the format (`xlsx`, `docx`) is not installed.
    """
    module, name = WRITERS[form]
    writer = getattr(import_module(f"assistant.faq.pages.{module}"), name)
    written: bytes = writer(collection, material)
    return written
