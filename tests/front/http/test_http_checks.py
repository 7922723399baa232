"""What checking a report finds, from the service: the same as on the command line, with titles."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

from tests import wire
from tests.commands import gongkai
from tests.serving import Service, serving
from tests.test_doubts import CARD, TEXT

REPORT = "qingyuan-2013"


def folder_with(tmp_path: Path, total: int) -> Path:
    """A folder of a report whose total is this."""
    made = tmp_path / CARD["id"]
    made.mkdir()
    (made / "source.txt").write_text(TEXT.format(total=total), encoding="utf-8")
    card = "".join(f"{name}: {value}\n" for name, value in CARD.items())
    (made / "card.yaml").write_text(card, encoding="utf-8")
    return made


def test_as_json(served: Service) -> None:
    got = wire.get(f"{served.url}/reports/{REPORT}/check")
    said = json.loads(gongkai("check", "--json").stdout)
    found = got.json()
    assert got.status_code == 200
    assert {name: found[name] for name in said} == said
    assert set(found["titles"]) == {REPORT}


def test_a_report_that_is_not_there(served: Service) -> None:
    got = wire.get(f"{served.url}/reports/nowhere-1999/check")
    assert (got.status_code, got.json()["error"]["code"]) == (404, "no_such_report")
    page = wire.get(f"{served.url}/check?report=nowhere-1999")
    assert page.status_code == 404
    assert "没有这份报告" in page.text


def test_what_disagrees_is_shown_with_both_sides(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    made = folder_with(tmp_path, 47)
    assert gongkai("compile", str(made), "--store", str(store)).returncode == 0
    with serving("--store", str(store)) as service:
        found = wire.get(f"{service.url}/reports/linjiang-2016/check").json()
        assert found["counts"]["fail"] == 1
        assert found["results"][0]["left"] == "6 + 18 + 22 = 46"
        page = unescape(wire.get(f"{service.url}/check?report=linjiang-2016").text)
    assert "有对不上的数" in page
    assert "6 + 18 + 22 = 46 ↔ 47，相差1个" in page
