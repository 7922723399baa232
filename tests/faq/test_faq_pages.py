"""What the questions look like in each format, whatever a report may hold."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.faq import FORMATS, Collection, render
from assistant.faq.entries import Table
from assistant.faq.pages.delimited import COLUMNS, FORMULA, safe
from assistant.faq.pages.markdown import escaped
from assistant.faq.pages.shared import all_citations
from assistant.faq.pages.source import marked
from assistant.faq.pages.webpage import embedded
from assistant.model import Amendment, Computation
from tests.asking import BUNDLED, MODERN, OLDER, collection, material
from tests.front.nu import objections

EVERY = (BUNDLED, MODERN, OLDER)
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "</script><img src=x onerror=alert(1)>&\"'`*_[a](b)|\u2028=1+1"


def page(form: str, found: Collection) -> bytes:
    return render(found, form, material())


def hostile() -> Collection:
    """Questions whose every text tries to leave its place."""
    found = collection()
    first = found.entries[0]
    cited = replace(
        first.answer.citations[0],
        section=HOSTILE,
        corrections=(Amendment(HOSTILE, HOSTILE, HOSTILE),),
    )
    answer = replace(
        first.answer,
        text=f"={HOSTILE}",
        citations=(cited,),
        computation=Computation("sum", HOSTILE, ("1",)),
    )
    entry = replace(
        first,
        question=f"@{HOSTILE}",
        variants=(f"+{HOSTILE}",),
        answer=answer,
        text=answer.text,
        section=HOSTILE,
        under=HOSTILE,
        tables=(Table(HOSTILE, HOSTILE, answer, ((HOSTILE, HOSTILE),)),),
    )
    card = replace(found.card, title=HOSTILE, organ=HOSTILE, url="javascript:alert(1)")
    return replace(found, card=card, entries=(entry,), source=HOSTILE + found.source)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_questions_make_the_same_bytes(form: str) -> None:
    assert page(form, collection()) == page(form, collection())
    assert page(form, collection()) != page(form, collection(BUNDLED, "short"))


# --------------------------------------------------------------------------- JSON


@pytest.mark.parametrize("identity", EVERY)
def test_rows_of_json(identity: str) -> None:
    found = collection(identity)
    rows = [json.loads(line) for line in page("jsonl", found).decode().splitlines()]
    assert rows == [entry.to_dict() for entry in found.entries]
    whole = json.loads(page("json", found))
    assert whole["entries"] == rows
    assert whole["report"]["id"] == identity
    for row in rows:
        assert {"id", "question", "variants", "answer", "citations", "section", "topic"} <= set(row)
        for cited in row["citations"]:
            assert found.source[cited["start"] : cited["end"]] == cited["quote"]


# --------------------------------------------------------------------------- HTML


def parsed(data: bytes) -> Any:
    return html5lib.HTMLParser(strict=True).parse(data.decode())


@cache
def root_of(identity: str = BUNDLED) -> Any:
    """The page of a report, parsed once for all tests that only look at it."""
    return parsed(page("html", collection(identity)))


def ld(root: Any) -> Any:
    [script] = root.iter(f"{XHTML}script")
    assert script.attrib == {"type": "application/ld+json"}
    return json.loads(script.text)


def text_of(element: Any) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("identity", EVERY)
def test_the_page_is_strict_html_whose_links_lead_somewhere(identity: str) -> None:
    found = collection(identity, "full")
    root = parsed(page("html", found))
    assert root.attrib["lang"] == "zh-CN"
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    links = [element.attrib["href"] for element in root.iter(f"{XHTML}a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert all(link.startswith(("#", "http")) for link in links)
    labels = [e.attrib["aria-labelledby"] for e in root.iter() if "aria-labelledby" in e.attrib]
    assert set(labels) <= set(ids)
    tags = {str(element.tag).removeprefix(XHTML) for element in root.iter()}
    assert not tags & {"link", "img", "iframe", "form", "object"}


def test_the_nu_checker_finds_nothing(tmp_path: Path) -> None:
    pages = {identity: page("html", collection(identity)).decode() for identity in EVERY}
    assert objections(pages, tmp_path) == []


@pytest.mark.parametrize("identity", EVERY)
def test_headings_go_down_by_one_and_landmarks_are_there(identity: str) -> None:
    root = root_of(identity)
    levels = [int(e.tag[-1]) for e in root.iter() if re.fullmatch(rf"{XHTML}h[1-6]", str(e.tag))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))
    for landmark in ("header", "nav", "main"):
        assert len(list(root.iter(f"{XHTML}{landmark}"))) == 1


@pytest.mark.parametrize("identity", EVERY)
def test_what_is_told_to_search_engines_is_what_the_page_says(identity: str) -> None:
    found, root = collection(identity), root_of(identity)
    data = ld(root)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "FAQPage")
    told = [(q["@id"], q["name"], q["acceptedAnswer"]["text"]) for q in data["mainEntity"]]
    assert told == [(f"#{e.id}", e.question, e.text) for e in found.entries]
    shown = []
    for article in root.iter(f"{XHTML}article"):
        heading = next(e for e in article if e.attrib.get("id", "").endswith("-q"))
        answer = next(e for e in article if "answer" in e.attrib.get("class", ""))
        shown.append((f"#{article.attrib['id']}", text_of(heading), text_of(answer)))
    assert shown == told


@pytest.mark.parametrize("identity", EVERY)
def test_a_citation_leads_to_its_words_in_the_reports_text(identity: str) -> None:
    found, root = collection(identity), root_of(identity)
    places = {e.attrib["id"]: text_of(e) for e in root.iter(f"{XHTML}span")}
    for entry in found.entries:
        for cited in all_citations(entry):
            told = places[f"t{cited.start}-{cited.end}"]
            assert told in ("", cited.quote)
    [source] = [e for e in root.iter(f"{XHTML}div") if e.attrib.get("class") == "text"]
    assert text_of(source) == found.source.replace("\r\n", "\n").removeprefix("\n")


def test_nothing_of_a_report_becomes_markup_or_a_link() -> None:
    root = parsed(page("html", hostile()))
    assert len(list(root.iter(f"{XHTML}script"))) == 1
    assert not list(root.iter(f"{XHTML}img"))
    assert all("javascript" not in a.attrib["href"] for a in root.iter(f"{XHTML}a"))
    assert ld(root)["mainEntity"][0]["name"] == f"@{HOSTILE}"


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_element_ends_it_nowhere(data: object) -> None:
    text = embedded(data)
    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029") & set(text)


@given(st.text("甲乙<&", min_size=1, max_size=12), st.data())
def test_spans_are_marked_without_touching_the_text(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = data.draw(st.sets(ends.map(sorted).map(tuple).filter(lambda s: s[0] < s[1])))
    written = "".join(marked(text, spans))
    assert unescape(re.sub(r"</?span[^>]*>", "", written)) == text
    assert {tuple(map(int, m)) for m in re.findall(r'id="t(\d+)-(\d+)"', written)} == spans
    assert written.count("<span") == written.count("</span>") == len(spans)


# --------------------------------------------------------------------------- Markdown


def plain_of(markdown: str) -> str:
    tokens = MarkdownIt().parse(markdown)
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {c.type for c in children} <= {"text", "text_special", "hardbreak"}
    return "".join("\n" if c.type == "hardbreak" else c.content for c in children)


@pytest.mark.parametrize(
    "text",
    [
        *("1. 甲", "2) 乙", "- 甲", "# 甲", "> 甲", "*甲*", "a_b_c", "[甲](b)", "<b>甲</b>"),
        *("&lt;", "甲\n乙", "```", "| 1 |", "~~删~~", "----", "==="),
    ],
)
def test_text_stays_text_in_markdown(text: str) -> None:
    assert plain_of(escaped(text)) == text


@given(st.text(st.sampled_from("甲1.)-+#>*_`~[]<>&|\\!= "), min_size=1, max_size=12))
def test_any_text_stays_text_in_markdown(text: str) -> None:
    if text.strip():
        assert plain_of(escaped(text)) == text.strip()


def test_the_markdown_page_has_a_heading_for_each_question() -> None:
    found = collection()
    tokens = MarkdownIt().parse(page("md", found).decode())
    after = [tokens[i + 1].children or [] for i, t in enumerate(tokens) if t.type == "heading_open"]
    headings = ["".join(child.content for child in children) for children in after]
    assert [h for h in headings if h.endswith("？")] == [e.question for e in found.entries]


def test_the_contents_count_the_questions_under_each_heading() -> None:
    found = collection()
    text = page("md", found).decode()
    assert "- 大家常问（10）" in text
    counts = [int(number) for number in re.findall(r"^- .*（(\d+)）$", text, re.MULTILINE)]
    assert sum(counts) == len(found.entries)


def test_a_breakdown_is_a_table_on_the_page() -> None:
    assert "| 连州市 | 669项 |" in page("md", collection()).decode()
    root = root_of()
    told = [[text_of(cell) for cell in row] for row in root.iter(f"{XHTML}tr")]
    assert ["连州市", "669项"] in told
    heads = [e.attrib["scope"] for e in root.iter(f"{XHTML}th")]
    assert set(heads) == {"row", "col"}


# --------------------------------------------------------------------------- CSV and TSV


def rows(form: str, found: Collection) -> list[dict[str, str]]:
    text = page(form, found).decode("utf-8-sig" if form == "csv" else "utf-8")
    mark = "," if form == "csv" else "\t"
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("identity", EVERY)
def test_a_row_for_each_way_to_ask(form: str, identity: str) -> None:
    found = collection(identity)
    asked = [q for entry in found.entries for q in (entry.question, *entry.variants)]
    told = rows(form, found)
    assert [row["Question"] for row in told] == asked
    assert tuple(told[0]) == COLUMNS
    for row in told:
        assert re.fullmatch(
            r"id:[^|]+ \| topic:[^|]+ \| kind:[^|]+ \| section:[^|]*", row["Metadata"]
        )
        assert row["Answer"] and row["Source"] and row["Citations"].startswith("[1] “")


def test_csv_is_marked_as_utf_8_for_excel_and_tsv_has_no_line_break_in_a_cell() -> None:
    assert page("csv", collection()).startswith(b"\xef\xbb\xbf")
    lines = page("tsv", collection()).decode().splitlines()
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_is_a_formula(form: str) -> None:
    for row in rows(form, hostile()):
        assert not any(cell.startswith(FORMULA) for cell in row.values()), row


@given(st.text(max_size=8))
def test_a_cell_never_begins_as_a_formula(text: str) -> None:
    assert not safe(text).lstrip(" ").startswith(FORMULA)
    assert safe(text).removeprefix("'") == text.removeprefix("'") or safe(text) == text
