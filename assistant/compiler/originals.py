"""Which reports a person means by the files and folders that they name, and what each was made from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compiler.readers import NAMES, SOURCES, STEM, find_source, is_source
from assistant.errors import ReportError

if TYPE_CHECKING:
    from assistant.compiler.card import CardFile

CARD = "card.yaml"


@dataclass(frozen=True, slots=True)
class Original:
    """A report as it was published: its file, its card where there is one, and flags."""

    path: Path
    card: Path | None = None
    flags: Mapping[str, str] = field(default_factory=dict)

    @property
    def named(self) -> Path:
        """How messages name it: a report's folder, or its file."""
        return self.path.parent if self.path.stem == STEM else self.path

    def read_card(self) -> CardFile | None:
        """What its card says; None where it has none."""
        from assistant.compiler.card import read_card_file

        return read_card_file(self.card) if self.card else None

    def made_from(self, rules: str) -> str:
        """The digest of its bytes, its card, the flags and the rules that it is compiled by."""
        total = hashlib.sha256(rules.encode())
        total.update(self.path.suffix.lower().encode())
        for path in (self.path, self.card):
            total.update(hashlib.sha256(path.read_bytes() if path else b"").digest())
        for name, value in sorted(self.flags.items()):
            total.update(f"\n{name}={value}".encode())
        return total.hexdigest()


def originals(given: Iterable[Path]) -> Iterator[Original | ReportError]:
    """The reports in these files and folders, in the order given, in folders by path; no file twice.

    What cannot be one is yielded as the error that says why, so that the others go on.
    """
    seen: set[Path] = set()
    for path in given:
        try:
            found = list(_in_folder(path)) if path.is_dir() else [_of_file(path)]
        except ReportError as fault:
            yield fault
            continue
        for one in found:
            if isinstance(one, Original):
                place = one.path.resolve()
                if place in seen:
                    continue
                seen.add(place)
            yield one


def _of_file(path: Path) -> Original:
    if not path.exists():
        raise ReportError(f"{path}: 没有这个文件或文件夹，请检查路径")
    if path.suffix.lower() not in SOURCES:
        raise ReportError(f"{path}: 不能读这种文件，请给出 {NAMES} 之一，或装着它的文件夹")
    beside = (path.with_name(f"{path.stem}.{CARD}"), path.with_name(CARD))
    return Original(path, next((card for card in beside if card.is_file()), None))


def _of_folder(folder: Path) -> Original:
    card = folder / CARD
    return Original(find_source(folder), card if card.is_file() else None)


def _in_folder(folder: Path) -> Iterator[Original | ReportError]:
    """The reports of a folder and of those in it."""
    any_found = False
    loose: list[Path] = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(place)
        own_cards = {name.removesuffix(f".{CARD}") for name in files if name.endswith(f".{CARD}")}
        if CARD in files or any(is_source(Path(name)) for name in files):
            any_found = True
            try:
                yield _of_folder(here)
            except ReportError as fault:
                yield fault
        for name in sorted(files):
            if is_source(Path(name)) or Path(name).suffix.lower() not in SOURCES:
                continue
            if Path(name).stem in own_cards:
                any_found = True
                yield _of_file(here / name)
            else:
                loose.append(here / name)
    if loose and not any_found:
        raise ReportError(
            f"{folder}: 没有报告。{loose[0].name} 若是报告，请写明文件名（如 "
            f"{loose[0].parent}/*{loose[0].suffix}），或在旁边放 {loose[0].stem}.{CARD}"
        )
    if not any_found:
        raise ReportError(f"{folder}: 没有报告，请放入带 source.txt 和 card.yaml 的文件夹")
