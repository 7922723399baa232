"""The workbook and the document, read back by other libraries and by a real LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.faq import render
from assistant.faq.pages.shared import all_citations
from tests.asking import BUNDLED, MODERN, collection, material
from tests.patience import PATIENCE

PRINTED = {"docx": BUNDLED, "xlsx": MODERN}


def written(form: str, identity: str) -> bytes:
    return render(collection(identity), form, material())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All text of both files as LibreOffice, started once, prints them."""
    office = shutil.which("soffice")
    assert office, (
        "LibreOffice is needed: apt-get install libreoffice-calc-nogui libreoffice-writer-nogui"
    )
    folder = tmp_path_factory.mktemp("office")
    files = {form: folder / f"{identity}.{form}" for form, identity in PRINTED.items()}
    for form, file in files.items():
        file.write_bytes(written(form, PRINTED[form]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, *map(str, files.values())], check=True, capture_output=True, timeout=PATIENCE
    )
    return {form: _text_of(file.with_suffix(".pdf")) for form, file in files.items()}


def _text_of(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return squeezed("".join(page.extract_text() for page in pdf.pages))


def test_libreoffice_prints_the_document(printed: dict[str, str]) -> None:
    text = printed["docx"]
    for entry in collection(BUNDLED).entries:
        assert squeezed(entry.question) in text, entry.question
        assert squeezed(entry.text) in text, entry.text
        for table in entry.tables:
            assert all(squeezed(name + value) in text for name, value in table.rows)


def test_libreoffice_prints_the_workbook(printed: dict[str, str]) -> None:
    text = printed["xlsx"]
    # Cells stand side by side on paper, so that a wrapped one is cut by its neighbours.
    for entry in collection(MODERN).entries:
        assert entry.question[:8] in text
    assert all(name in text for name in ("问题", "答案", "出处", "其他问法"))


def test_the_sheets_have_typed_cells_a_frozen_header_and_a_filter() -> None:
    book = load_workbook(io.BytesIO(written("xlsx", MODERN)))
    questions, citations = book.worksheets
    assert (questions.title, citations.title) == ("常见问题", "出处")
    found = collection(MODERN).entries
    assert [row[0].value for row in questions.iter_rows(min_row=2)] == [e.question for e in found]
    for row, entry in zip(questions.iter_rows(min_row=2), found, strict=True):
        assert row[1].data_type == "s" and row[1].value.split("\n")[0] == entry.text.split("\n")[0]
        if len(entry.answer.values) == 1:
            assert row[2].data_type == "n"
            assert str(row[2].value) == entry.answer.values[0].value
        assert row[1].alignment.wrap_text
    assert questions.freeze_panes == "B2"
    assert questions.auto_filter.ref
    assert questions.column_dimensions["B"].width > 40
    offsets = [(row[4].value, row[5].value) for row in citations.iter_rows(min_row=2)]
    assert offsets == [(c.start, c.end) for e in found for c in all_citations(e)]
    quotes = [row[2].value for row in citations.iter_rows(min_row=2)]
    assert quotes == [c.quote for e in found for c in all_citations(e)]


def test_the_document_has_headings_chinese_fonts_and_page_numbers() -> None:
    document = Document(io.BytesIO(written("docx", BUNDLED)))
    styles = {p.style.name for p in document.paragraphs if p.style}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3"} <= styles
    asked = [
        p.text for p in document.paragraphs if p.text.endswith("？") and p.style.name[0] == "H"
    ]
    assert asked == [entry.question for entry in collection(BUNDLED).entries]
    xml = document.styles.element.xml
    assert 'w:eastAsia="宋体"' in xml and 'w:eastAsia="黑体"' in xml
    assert "PAGE" in document.sections[0].footer._element.xml
    body = document.element.xml
    for name in ("part1", "part2"):
        assert f'w:anchor="{name}"' in body and f'w:name="{name}"' in body
    assert document.core_properties.created == document.core_properties.modified
