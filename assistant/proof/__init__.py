"""Holds an answer object against the reports, knowing nothing of the engine that gave it.

Every citation is cut again out of the hashed source, every computation done again in fractions, and
every value and every figure of the text found again in what is cited, computed or asked.
"""

from assistant.proof.cases import check
from assistant.proof.faults import KINDS, Fault, Source, Unreadable
from assistant.proof.files import corrections, knowledge_folder, read_answers, read_sources

__all__ = [
    "KINDS",
    "Fault",
    "Source",
    "Unreadable",
    "check",
    "corrections",
    "knowledge_folder",
    "read_answers",
    "read_sources",
]
