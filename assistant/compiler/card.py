"""A report's card: `card.yaml`, flags, and what the title says; each held against the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.compiler.asked import Missing, question
from assistant.compiler.card_words import CardWords, card_words
from assistant.compiler.evidence import OPENING, around, as_bureau, guesses, plain, years_counted
from assistant.compiler.named_place import split_place
from assistant.compiler.title import Title, identity, title_of
from assistant.compiler.titled import read_title
from assistant.compiler.untitled import untitled
from assistant.compiler.yamlfile import Name, load
from assistant.errors import ReportError
from assistant.model import Correction

CARD_FIELDS = {"id", "title", "organ", "place", "year", "url"}
CORRECTIONS = "corrections"
CORRECTION_FIELDS = {"quote", "start", "end", "field", "value", "reason"}
CORRECTABLE = ("value", "unit")
YEAR = re.compile(r"[12]\d{3}")
NUMBER = re.compile(r"\d+(\.\d+)?")
ID = re.compile(r"[0-9a-z]+(?:[-_.][0-9a-z]+)*")


@dataclass(frozen=True, slots=True)
class CardFile:
    """What a `card.yaml` says: its fields as they stand, and an editor's corrections."""

    path: Path
    fields: dict[str, str]
    corrections: tuple[Correction, ...] = ()


def read_card(folder: Path) -> dict[str, str]:
    """The fields of a folder's `card.yaml`; raises `ReportError` for what is missing or unknown."""
    path = folder / "card.yaml"
    if not path.exists():
        raise ReportError(f"{folder}: 缺少 card.yaml，请写明 id、title、organ、place、year")
    card = read_card_file(path).fields
    for field in sorted(CARD_FIELDS - {"url"}):
        if not card.get(field):
            raise ReportError(f"{path}: 缺少「{field}」，请补上")
    return card


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """The corrections in a folder's `card.yaml`."""
    return read_card_file(folder / "card.yaml").corrections


def read_card_file(path: Path) -> CardFile:
    """A card, whole or not; raises `ReportError` for an unknown field or one that does not hold."""
    data = load(path)
    known = CARD_FIELDS | {CORRECTIONS}
    for key in data:
        if key not in known:
            raise ReportError(
                f"{path}: 不认识的字段「{key}」，可用的是：{'、'.join(sorted(known))}"
            )
    fields = {}
    for key in CARD_FIELDS & set(data):
        if not isinstance(data[key], str):
            raise ReportError(f"{path}: {key} 应当是一行文字")
        fields[str(key)] = str(data[key]).strip()
    year = fields.get("year", "")
    if year and not YEAR.fullmatch(year):
        raise ReportError(f"{path}: year 应当是四位年份，现在是「{year}」")
    return CardFile(path, fields, tuple(_corrections(path, data.get(CORRECTIONS, []))))


def complete(
    source: str, words: Path, card: CardFile | None = None, flags: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The whole card of a report: what its card and the flags say, and for the rest its title.

    Raises `ReportError`, a question in one line, where something is missing or contradicts.
    """
    given = dict(card.fields) if card else {}
    given = {field: value for field, value in given.items() if value}
    for field, value in (flags or {}).items():
        if card and given.get(field, value) != value:
            raise ReportError(
                f"{card.path} 写的 {field} 是「{given[field]}」，--{field} 写的是「{value}」，请改成一致"
            )
        given[field] = value
    _must_hold(given)
    printed = read_title(source, words)
    if not printed.text and not given.keys() & {"title", "organ", "place", "year"}:
        printed = untitled(source, words)
    title = title_of(given["title"], words) if "title" in given else printed
    for other in (title, printed):
        _must_agree(given, other, card, words)
    known, opening = card_words(words), plain(source[:OPENING])
    made = _told(title, given, known, opening)
    missing = _missing(made, title, given, opening)
    if missing:
        where = card.path.name if card else ""
        guessed = {f: v for f, v in guesses(plain(source), known).items() if f not in given}
        if made["place"] and known.likely(made["place"]):
            guessed["organ"] = known.likely(made["place"])
        raise ReportError(question(missing, guessed, where))
    made["id"] = given.get("id") or identity(made["organ"], made["place"], made["year"], words)
    if not ID.fullmatch(made["id"]):
        raise ReportError(question((Missing("id"),), {}, card.path.name if card else ""))
    made.setdefault("url", "")
    return made


def _told(title: Title, given: Mapping[str, str], known: CardWords, opening: str) -> dict[str, str]:
    """The fields as the title and the card say them together."""
    made = {
        "title": title.text,
        "organ": title.organ,
        "place": title.place,
        "year": title.year,
    }
    if (
        made["place"]
        and made["organ"].startswith(made["place"])
        and not given.keys() & {"place", "organ"}
    ):
        outer = around(made["place"], opening, known)
        made |= {"organ": outer + made["organ"], "place": outer + made["place"]}
    made |= given
    if not made["place"] and made["organ"]:
        made["place"] = split_place(made["organ"], known)[0]
    if not made["organ"] and "place" in given and not as_bureau(opening):
        made["organ"] = known.governing(made["place"])
    return made


def _missing(
    made: Mapping[str, str], title: Title, given: Mapping[str, str], opening: str
) -> tuple[Missing, ...]:
    """What is to be asked for: the title alone where there is none, for it may say all the rest."""
    if not made["title"]:
        return (Missing("title"),)
    if title.rivals and "title" not in given:
        return (Missing("title", (title.text, *title.rivals)),)
    fields = [Missing(field) for field in ("place", "organ", "year") if not made[field]]
    bureau = as_bureau(opening)
    if bureau and not given.keys() & {"title", "organ"} and made["organ"].endswith("人民政府"):
        fields.append(Missing("organ", (made["organ"], bureau)))
    counted = years_counted(opening)
    if "year" not in given and made["year"] and counted and made["year"] not in counted:
        fields.append(Missing("year", (made["year"], *sorted(counted))))
    return tuple(fields)


def _must_hold(given: Mapping[str, str]) -> None:
    for field, value in given.items():
        if not value.isprintable():
            raise ReportError(f"{field} 里有不能显示的字符，请改正")
    if "year" in given and not YEAR.fullmatch(given["year"]):
        raise ReportError(f"--year 应当是四位年份，现在是「{given['year']}」")
    if "id" in given and not ID.fullmatch(given["id"]):
        raise ReportError(
            f"编号只能用小写字母、数字和连字符，例如 qingyuan-2013，现在是「{given['id']}」"
        )


def _must_agree(given: Mapping[str, str], title: Title, card: CardFile | None, words: Path) -> None:
    """The title may say less than the card, but nothing else."""
    where = card.path if card else "参数"
    if title.year and given.get("year", title.year) != title.year:
        raise ReportError(
            f"{where} 写的年份是{given['year']}，标题《{title.text}》写的是{title.year}，请核对后改成一致"
        )
    named = given.get("place", "") + given.get("organ", "")
    if title.place and ("place" in given or "organ" in given):
        last = _last_place(title.place, words)
        own = _last_place(given.get("place", ""), words)
        if last not in named and not (own and own in title.text):
            said = given.get("place") or given.get("organ")
            raise ReportError(
                f"{where} 写的地区或机关是「{said}」，标题《{title.text}》写的是「{title.place}」，请核对后改成一致"
            )


def _last_place(place: str, words: Path) -> str:
    """洪泽区 of 淮安市洪泽区."""
    for at in range(len(place) - 2, 0, -1):
        if split_place(place[at:], card_words(words)) == (
            place[at:],
            "",
        ) and split_place(place[:at], card_words(words)) == (place[:at], ""):
            return place[at:]
    return place


# --------------------------------------------------------------------------- corrections


def _corrections(path: Path, rows: Any) -> list[Correction]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ReportError(f"{path}: {CORRECTIONS} 应当是一行一条：- quote: …，value: …，reason: …")
    return [_correction(path, row) for row in rows]


def _correction(path: Path, row: Mapping[Name, Any]) -> Correction:
    line = min((key.line for key in row), default=1)
    where = f"{path}:{line}"
    for key, value in row.items():
        if key not in CORRECTION_FIELDS:
            fields = "、".join(sorted(CORRECTION_FIELDS))
            raise ReportError(f"{path}:{key.line}: 不认识的字段「{key}」，可用的是：{fields}")
        if not isinstance(value, str) or not value.strip():
            raise ReportError(f"{path}:{key.line}: {key} 应当写一行文字")
    said = {str(key): str(value) for key, value in row.items()}
    for field, what in (("value", "更正后的内容"), ("reason", "更正的理由")):
        if field not in said:
            raise ReportError(f"{where}: 更正缺少 {field}，请写明{what}")
    field = said.get("field", "value")
    if field not in CORRECTABLE:
        raise ReportError(f"{where}: field 只能是 {'、'.join(CORRECTABLE)}，现在是「{field}」")
    if field == "value" and not NUMBER.fullmatch(said["value"]):
        raise ReportError(
            f"{where}: value 应当是不带单位的数字，例如 699，现在是「{said['value']}」"
        )
    start, end = (said.get(name, "") for name in ("start", "end"))
    if "quote" not in said and not (start.isdecimal() and end.isdecimal()):
        raise ReportError(f"{where}: 更正缺少 quote，请抄写原文里要更正的那几个字")
    if any(text and not text.isdecimal() for text in (start, end)) or bool(start) != bool(end):
        raise ReportError(f"{where}: start 和 end 应当是原文中的位置，两个都写成整数")
    return Correction(
        quote=said.get("quote", ""),
        field=field,
        value=said["value"].strip(),
        reason=said["reason"].strip().rstrip("。"),
        start=int(start) if start else None,
        end=int(end) if end else None,
        where=where,
    )
