"""The pages to look around in: every figure on them is one that the assistant answers with, and leads to its place."""

from __future__ import annotations

from html import unescape
from xml.etree.ElementTree import Element

import httpx
import pytest

from assistant import Assistant
from assistant.folders import knowledge_folder
from assistant.front.http.texts import blocks
from assistant.front.keyfigures import measures
from assistant.model import Report, Section
from tests import wire
from tests.front.http.test_http_pages import get, links, parsed, said
from tests.serving import Service
from tests.towns import TEXTS, assistant

REPORT = "qingyuan-2013"
LOOKED = measures(knowledge_folder())
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
MISSING = ("report", "report?report=none", "text?report=none", "place?name=甲", "year?year=1999")
# The page, and in order the rows of its first table: what stands in front, and the figure.
RANKED = (
    ("行政许可", [("1", "南浦市", "900件"), ("2", "北原市", "650件"), ("3", "东岭区", "210件")]),
    ("行政复议", [("1", "南浦市", "13件"), ("2", "北原市", "10件"), ("3", "东岭区", "2件")]),
)


def rows(table: Element) -> list[tuple[str, ...]]:
    """What the rows of a table say, without its head."""
    [body] = table.iter("tbody")
    return [tuple(said(cell).strip() for cell in row) for row in body]


def key_figures(page: Element) -> list[tuple[str, str, str]]:
    """The name, the figure and the link of each key figure."""
    [table] = [t for t in page.iter("table") if t.get("class") == "key"]
    found = []
    for row in table.iter("tr"):
        for link in row.iter("a"):
            name = next(row.iter("th")).text or ""
            found.append((name, (next(row.iter("td")).text or "").strip(), link.get("href", "")))
    return found


def test_the_first_page_leads_to_every_report_and_year(served_towns: Service) -> None:
    page = parsed(get(served_towns, ""))
    found = links(page)
    assert {f"report?report={identity}" for identity in TEXTS} <= set(found)
    # One report by itself is compared with nothing.
    assert [link for link in found if link.startswith("year?")] == ["year?year=2023"]
    assert "<script src=&quot;" not in get(served_towns, "").text
    assert "embed" in found


def test_the_first_page_asks_for_what_is_loaded(served_towns: Service, served: Service) -> None:
    for service, made in ((served_towns, assistant()), (served, Assistant())):
        page = parsed(get(service, ""))
        offered = [said(a) for a in page.iter("a") if a.get("href", "").startswith("ask?")]
        [line] = [e for e in page.iter("input") if e.get("name") == "q"]
        assert line.get("placeholder") == f"例如：{offered[0]}"
        assert all(made.answer(question).status == "answered" for question in offered)
        assert get(service, "hot").json()["questions"] == offered


def test_reports_are_found_by_words(served_towns: Service) -> None:
    page = parsed(get(served_towns, "", find="北原 2023"))
    found = [link for link in links(page) if link.startswith("report?")]
    assert found == ["report?report=beiyuan-2023"]
    assert not [a for a in links(parsed(get(served_towns, "", find="无"))) if "report?" in a]


@pytest.mark.parametrize("identity", sorted(TEXTS))
def test_key_figures_are_answers_and_lead_to_their_place(
    identity: str, served_towns: Service
) -> None:
    page = parsed(get(served_towns, "report", report=identity))
    figures = key_figures(page)
    part = assistant().only((identity,))
    assert figures
    for name, text, link in figures:
        asked = dict(LOOKED).get(name, ())
        given = [v.text for question in asked for v in part.answer(question).values]
        assert text in given or not asked
        passage = parsed(get(served_towns, unescape(link)))
        marked = "".join(said(mark) for mark in passage.iter("mark"))
        assert (marked and text.startswith(marked)) or text in marked


def test_a_cell_is_marked_by_itself(served_towns: Service) -> None:
    figures = key_figures(parsed(get(served_towns, "report", report="nanpu-2023")))
    [link] = [link for name, _, link in figures if name == "行政复议"]
    passage = parsed(get(served_towns, unescape(link)))
    assert [said(mark) for mark in passage.iter("mark")] == ["13"]


def test_a_report_leads_to_its_check_and_its_text(served: Service) -> None:
    page = parsed(get(served, "report", report=REPORT))
    assert f"check?report={REPORT}" in links(page)
    text = parsed(get(served, "text", report=REPORT))
    marks = {element.get("id") for element in text.iter()}
    headed = [link for link in links(page) if link.startswith("text?") and "#" in link]
    assert headed and {link.partition("#")[2] for link in headed} <= marks


def test_the_text_is_all_of_the_text(served: Service) -> None:
    report = Assistant().report(REPORT)
    assert report
    shown = "".join(said(parsed(get(served, "text", report=REPORT))).split())
    assert "".join(report.source.split()) in shown


def test_a_line_is_parted_where_a_section_begins() -> None:
    source = "一、甲。二、乙。\n| 项 | 数 |\n|---|---|\n| 丙 | 3 |\n"
    sections = tuple(
        Section(f"s{at}", "", "", "", 1, start, end) for at, start, end in ((1, 0, 4), (2, 4, 8))
    )
    report = Report("x-2020", "x", "", "", 2020, source, "", sections, (), (), (), {})
    read = blocks(report)
    assert [(b.text, b.mark) for b in read] == [("一、甲。", "s1"), ("二、乙。", "s2"), ("", "")]
    assert [[cell.runs[0].text for cell in row] for row in read[2].table] == [
        ["项", "数"],
        ["丙", "3"],
    ]


@pytest.mark.parametrize(("measure", "expected"), RANKED)
def test_a_year_ranks_its_places(
    measure: str, expected: list[tuple[str, ...]], served_towns: Service
) -> None:
    page = parsed(get(served_towns, "year", year=2023, measure=measure))
    assert rows(next(page.iter("table"))) == expected
    lengths = [int(r.get("width", "").removesuffix("%")) for r in page.findall(".//{*}rect")]
    assert lengths[0] == 100 and lengths == sorted(lengths, reverse=True)
    # What says it otherwise, or not at all, is named.
    assert "report?report=xichuan-2023" in links(page)


def test_what_is_only_about_so_much_has_no_rank(served_towns: Service) -> None:
    page = parsed(get(served_towns, "year", year=2023))
    assert rows(next(page.iter("table"))) == [
        ("1", "北原市", "9100条"),
        ("2", "西川县", "1800条"),
        ("3", "东岭区", "640条"),
    ]
    assert "report?report=nanpu-2023" in links(page)


def test_a_place_over_the_years(served_towns: Service) -> None:
    page = parsed(get(served_towns, "place", name="北原市"))
    tables = {said(next(table.iter("thead"))): rows(table) for table in page.iter("table")}
    assert tables["年份行政许可"] == [("2022年", "500件"), ("2023年", "650件")]
    assert tables["年份政府公报"] == [("2022年", "10期"), ("2023年", "12期")]
    drawn = [svg for svg in page.findall(".//{*}svg") if svg.get("role") == "img"]
    assert len(drawn) == len(tables)
    assert all(len(list(svg.findall("{*}circle"))) == 2 for svg in drawn)
    for link in links(page):
        assert get(served_towns, unescape(link)).status_code == 200


def test_the_snippet_stands_on_its_own_page(served: Service) -> None:
    assert f'<script src="{served.url}/widget.js" defer></script>' in said(
        parsed(get(served, "embed"))
    )


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_is_said_in_a_page(path: str, served_towns: Service) -> None:
    page = get(served_towns, path)
    assert page.status_code == 404
    parsed(page)


@pytest.mark.parametrize("path", ["nowhere", "a/b/c", "reports/none", "passage?start=x"])
def test_a_fault_is_a_page_for_a_browser_and_json_for_a_program(path: str, served: Service) -> None:
    url = f"{served.url}/{path}"
    page = wire.get(url, headers=BROWSER)
    told = wire.get(url)
    assert page.status_code == told.status_code and page.status_code in (404, 422)
    assert told.json()["error"]["message"]
    back = links(parsed(page))
    # However deep the address is, the page finds its style and its way back.
    home = httpx.URL(url).join(back[-1])
    assert wire.get(home).status_code == 200
    [style] = [e.get("href", "") for e in parsed(page).iter("link") if e.get("rel") == "stylesheet"]
    assert wire.get(httpx.URL(url).join(style)).status_code == 200
