"""One's own `knowledge/` folder, named by `GONGKAI_KNOWLEDGE`: every command goes by it, also over a store."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands import ROOT, complaint, gongkai

QUESTION = "吹风会开了几场"
KNOWN = "记者会, 记者招待会]"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variable that names a copy in which 新闻发布会 has one more name."""
    folder = tmp_path_factory.mktemp("own") / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder)
    measures = folder / "terms" / "measures.yaml"
    text = measures.read_text(encoding="utf-8")
    assert KNOWN in text
    measures.write_text(text.replace(KNOWN, KNOWN[:-1] + ", 吹风会]"), encoding="utf-8")
    return {"GONGKAI_KNOWLEDGE": str(folder)}


def test_its_terms_are_known(own: dict[str, str]) -> None:
    assert gongkai("ask", QUESTION).returncode == 1
    done = gongkai("ask", QUESTION, environment=own)
    assert "2场" in done.stdout.decode()
    assert "2场" in gongkai(given=QUESTION, environment=own).stdout.decode()


def test_its_answers_are_proved_by_its_reports(own: dict[str, str]) -> None:
    answer = gongkai("ask", QUESTION, "--json", environment=own).stdout
    done = gongkai("verify", "-", given=answer, environment=own)
    assert done.returncode == 0, done.stdout.decode()


def test_a_store_that_was_compiled_before_is_asked_by_its_terms(
    own: dict[str, str], tmp_path: Path
) -> None:
    store = str(tmp_path / "reports.db")
    compiled = gongkai("compile", "--store", store, "--jobs", "1")
    assert compiled.returncode == 0, compiled.stderr.decode()
    assert gongkai("ask", QUESTION, "--store", store).returncode == 1
    done = gongkai("ask", QUESTION, "--store", store, "--json", environment=own)
    assert json.loads(done.stdout)["values"][0]["text"] == "2场"


@pytest.mark.parametrize("wrong", ["nowhere", "/dev/null", "."])
def test_a_folder_without_terms_is_said(wrong: str) -> None:
    done = gongkai("ask", QUESTION, environment={"GONGKAI_KNOWLEDGE": wrong})
    assert f"GONGKAI_KNOWLEDGE={wrong}: 不是 knowledge 文件夹" in complaint(done)
