"""Every kind of page: valid for the Nu checker, and with a policy that lets no script of elsewhere run."""

from __future__ import annotations

from pathlib import Path

import httpx

from tests.front.http.test_http_pages import REPORT
from tests.front.nu import objections
from tests.patience import PATIENCE
from tests.serving import Service

BROWSER = {"Accept": "text/html"}
POLICY = {"default-src": "'self'", "object-src": "'none'", "base-uri": "'none'"}
OF_ONE = (
    *("", "embed", "ask", "ask?q=县市区进驻事项排名", "ask?q=那英德呢&history=连州市进驻多少项"),
    *("ask?q=市长工资是多少", "ask?q=文件类信息多少条", "ask?q=你好", "ask?q=<b>%26\"'多少项"),
    f"passage?report={REPORT}&start=812&end=819&figure=669",
    *(f"check?report={REPORT}", f"report?report={REPORT}", f"text?report={REPORT}"),
    *(
        "year?year=2013",
        "place?name=清远市",
        "none",
        "a/b",
        "report?report=none",
        "passage?start=a",
    ),
)
OF_SEVERAL = (
    *("", "?find=北原", "report?report=nanpu-2023", "text?report=nanpu-2023", "place?name=北原市"),
    *("year?year=2023", "year?year=2023&measure=行政许可", "check?report=nanpu-2023"),
    *("passage?report=nanpu-2023&start=200&end=212", "ask?q=南浦市2023年行政复议总计多少件"),
    *("ask?q=各地2023年行政许可多少件", "ask?q=北原市2022年和2023年行政许可各多少件"),
)


def test_the_nu_checker_finds_nothing(
    served: Service, served_towns: Service, tmp_path: Path
) -> None:
    pages = {}
    for service, paths in ((served, OF_ONE), (served_towns, OF_SEVERAL)):
        for path in paths:
            page = httpx.get(f"{service.url}/{path}", headers=BROWSER, timeout=PATIENCE)
            policy = page.headers["content-security-policy"].split("; ")
            assert POLICY.items() <= dict(rule.split(" ", 1) for rule in policy).items()
            pages[page.url.path + page.url.query.decode()] = page.text
    assert objections(pages, tmp_path) == []


def test_it_would_find_something(tmp_path: Path) -> None:
    unclosed = "<!DOCTYPE html><html lang='zh'><title>页</title><p><b>字</p>"
    [(page, said, _), *_] = objections({"页": unclosed}, tmp_path)
    assert (page, "b" in said) == ("页", True)
