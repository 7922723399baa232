"""Cards: what the file, the flags and the title say, and what is asked where they do not agree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.compiler.card import complete, read_card_file
from assistant.compiler.readers import read_source
from assistant.compiler.title import Title, identity, title_of
from assistant.compiler.titled import read_title
from assistant.errors import KnowledgeError, ReportError
from assistant.folders import knowledge_folder

WORDS = knowledge_folder() / "cards.yaml"
TEXT = "临江市人民政府办公室2016年政府信息公开工作年度报告\n一、概述\n全年公开信息5条。\n"
UNTITLED = "一、概述\n全年公开信息5条。\n"


# --------------------------------------------------------------------------- titles


@pytest.mark.parametrize(
    ("text", "organ", "place", "year", "name"),
    [
        (
            *("临江市人民政府办公室2016年政府信息公开工作年度报告", "临江市人民政府办公室"),
            *("临江市", "2016", "linjiang-2016"),
        ),
        ("青河县2010年政府信息公开年度报告", "青河县人民政府", "青河县", "2010", "qinghe-2010"),
        (
            *("白石市青溪区人民政府2021年信息公开工作年度报告", "白石市青溪区人民政府"),
            *("白石市青溪区", "2021", "qingxi-2021"),
        ),
        (
            *("青河县发展和改革局2023年政府信息公开年度报告", "青河县发展和改革局"),
            *("青河县", "2023", "qinghe-fagaiju-2023"),
        ),
        (
            *("2023年度白石市科学技术委员会政府信息公开工作年度报告", "白石市科学技术委员会"),
            *("白石市", "2023", "baishi-kejiwei-2023"),
        ),
        (
            *("青河县云台镇二〇一二年政府信息公开工作年报", "青河县云台镇人民政府"),
            *("青河县云台镇", "2012", "yuntai-2012"),
        ),
        (
            *("白石市市场监督管理局2020年政府信息公开工作年度报告", "白石市市场监督管理局"),
            *("白石市", "2020", "baishi-shijianju-2020"),
        ),
        (
            *("白石市住房和城乡建设局2020年政府信息公开工作年度报告", "白石市住房和城乡建设局"),
            *("白石市", "2020", "baishi-zhujianju-2020"),
        ),
        (
            *("白石市城市管理委员会2022年政府信息公开年度报告", "白石市城市管理委员会"),
            *("白石市", "2022", "baishi-chengguanwei-2022"),
        ),
        (
            *("连山壮族瑶族自治县人民政府2023年政府信息公开工作年度报告",),
            *("连山壮族瑶族自治县人民政府", "连山壮族瑶族自治县"),
            *("2023", "lianshanzhuangzuyaozu-2023"),
        ),
        ("沛县2019年政府信息公开工作年度报告", "沛县人民政府", "沛县", "2019", "peixian-2019"),
        (
            *("国家税务总局白石市税务局2022年政府信息公开工作年度报告",),
            *("国家税务总局白石市税务局", "白石市", "2022", "baishi-shuiwuju-2022"),
        ),
        (
            *("白石市民安街道2021年政府信息公开工作年度报告", "白石市民安街道办事处"),
            *("白石市民安街道", "2021", "minan-2021"),
        ),
        (
            *("云泽市场监督管理局2020年政府信息公开工作年度报告", "云泽市场监督管理局"),
            *("", "2020", "yunzeshichangjianduguanliju-2020"),
        ),
        (
            *("白石市和平镇2021年政府信息公开工作年度报告", "白石市和平镇人民政府"),
            *("白石市和平镇", "2021", "heping-2021"),
        ),
        (
            *("呼和浩特市水利局2021年政府信息公开工作年度报告", "呼和浩特市水利局"),
            *("呼和浩特市", "2021", "huhehaote-shuiliju-2021"),
        ),
        (
            *("国家统计局江苏调查总队2021年政府信息公开工作年度报告", "国家统计局江苏调查总队"),
            *("江苏省", "2021", "jiangsu-guojiatongjijujiangsudiaochazongdui-2021"),
        ),
        (
            *("白石市民安街道办事处2021年政府信息公开工作年度报告", "白石市民安街道办事处"),
            *("白石市民安街道", "2021", "minan-2021"),
        ),
    ],
)
def test_what_a_title_says(text: str, organ: str, place: str, year: str, name: str) -> None:
    assert title_of(text, WORDS) == Title(text, organ, place, year)
    assert identity(organ, place, year, WORDS) == name


@pytest.mark.parametrize(
    "text",
    [
        "2023年政府信息公开工作年度报告",
        "市科委2022年政府信息公开工作年度报告",
    ],
)
def test_a_title_without_a_place(text: str) -> None:
    assert title_of(text, WORDS).place == ""


@pytest.mark.parametrize(
    "source",
    [
        TEXT,
        "\ufeff  《临江市人民政府办公室２０１６年\n政府信息公开工作年度报告》 \n正文。",
        "索引号：123\n发布日期：2017-03-01\n临江市人民政府办公室\n2016年政府信息公开工作年度\n报告\n一、概述",
    ],
)
def test_a_title_is_found_among_the_first_lines(source: str) -> None:
    found = read_title(source, WORDS)
    assert (found.organ, found.year) == ("临江市人民政府办公室", "2016")


@pytest.mark.parametrize(
    "source",
    [
        UNTITLED,
        "",
        "根据《关于编制2012年政府信息公开年度报告》\n一、概述",
        "按照要求，本机关编制2016年政府信息公开工作年度报告。\n",
    ],
)
def test_no_title_is_made_up(source: str) -> None:
    assert read_title(source, WORDS) == Title()


PAGES = [
    page
    for path in sorted((Path(__file__).parent / "openings").glob("*.yaml"))
    for page in yaml.safe_load(path.read_text("utf-8"))
]


def text_of(page: dict[str, Any], folder: Path) -> str:
    path = folder / f"page.{page.get('format', 'txt')}"
    path.write_text(page["text"], "utf-8")
    return read_source(path)


@pytest.mark.parametrize("page", [page for page in PAGES if "card" in page])
def test_a_title_is_found_in_what_stands_round_it_on_a_page(
    page: dict[str, Any], tmp_path: Path
) -> None:
    found = complete(text_of(page, tmp_path), WORDS)
    assert [found[field] for field in ("title", "organ", "place", "year")] == page["card"]


@pytest.mark.parametrize("page", [page for page in PAGES if "asks" in page])
def test_what_a_page_does_not_tell_is_asked_for(page: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(ReportError) as fault:
        complete(text_of(page, tmp_path), WORDS)
    flags = str(fault.value).partition("写明")[0]
    assert re.findall("--([a-z]+)", flags) == page["asks"]
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        (
            "一、概述\n2012年，我局公开信息5条。\n请与青河县水利局、青河县水利局和青河县人民政府联系。",
            "--title 青河县水利局2012年政府信息公开工作年度报告（按正文猜的，请核对）",
        ),
        (
            "一、概述\n2012年，我市公开5条，其中青河县财政局、青河县教育局4条，白石市财政局1条。",
            "--title 白石市人民政府2012年政府信息公开工作年度报告（按正文猜的，请核对）",
        ),
        ("一、概述\n2012年，我市公开5条，青河县财政局1条。", "--title XX市人民政府"),
        ("云泽示范区2013年政府信息公开年度报告", "--organ 云泽示范区管理委员会（按正文猜的"),
        (
            "云泽大学2021—2022学年信息公开工作年度报告\n2022年9月印。",
            "--place、--year 写明地区和年份，例如 --year 2022（按正文猜的",
        ),
    ],
)
def test_what_is_asked_for_is_guessed_from_the_text(text: str, guess: str) -> None:
    with pytest.raises(ReportError) as fault:
        complete(text, WORDS)
    assert guess in str(fault.value)


def test_a_bureau_is_no_government() -> None:
    text = "2012年政府信息公开年度报告\n我局公开信息5条。\n"
    with pytest.raises(ReportError, match="看不出机关"):
        complete(text, WORDS, None, {"place": "青河县"})


# --------------------------------------------------------------------------- the whole card


def card(folder: Path, text: str) -> Path:
    path = folder / "card.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_title_alone_is_enough() -> None:
    assert complete(TEXT, WORDS) == {
        "id": "linjiang-2016",
        "title": "临江市人民政府办公室2016年政府信息公开工作年度报告",
        "organ": "临江市人民政府办公室",
        "place": "临江市",
        "year": "2016",
        "url": "",
    }


def test_flags_are_enough() -> None:
    flags = {"title": "青河县2010年政府信息公开年度报告"}
    assert complete(UNTITLED, WORDS, None, flags)["id"] == "qinghe-2010"
    flags = {"title": "年报", "place": "青河县", "year": "2010", "id": "qinghe-2010-b"}
    found = complete(UNTITLED, WORDS, None, flags)
    assert (found["id"], found["organ"]) == ("qinghe-2010-b", "青河县人民政府")


def test_a_card_says_more_than_the_title(tmp_path: Path) -> None:
    path = card(tmp_path, "place: 吉林省临江市\nurl: https://www.example.gov.cn/\n")
    found = complete(TEXT, WORDS, read_card_file(path))
    assert (found["place"], found["year"], found["url"]) == (
        *("吉林省临江市", "2016"),
        "https://www.example.gov.cn/",
    )


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ({}, "--title"),
        (
            {"title": "2016年政府信息公开工作年度报告"},
            "看不出地区和机关，请用 --place、--organ 写明地区和机关，例如 --place XX市 --organ ",
        ),
        ({"title": "临江市政府信息公开工作年度报告"}, "--year"),
        ({"title": "临江市2016年政府信息公开工作年度报告", "id": "临江"}, "编号只能用小写字母"),
        ({"title": "临江市2016年政府信息公开工作年度报告", "year": "16"}, "四位年份"),
        ({"title": "临江市2016年政府信息公开工作年度报告", "year": "2017"}, "2017.*2016.*改成一致"),
        (
            {"title": "临江市2016年政府信息公开工作年度报告", "place": "青河县"},
            "青河县.*临江市.*改成一致",
        ),
        ({"title": "a\x1b[1m", "place": "临江市", "year": "2016"}, "不能显示"),
    ],
)
def test_what_is_missing_or_contradicts_is_asked(flags: dict[str, str], said: str) -> None:
    with pytest.raises(ReportError, match=said) as fault:
        complete(UNTITLED, WORDS, None, flags)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize(
    ("text", "flags", "said"),
    [
        ("year: 2015\n", {}, "2015.*2016"),
        ("place: 青河县\n", {}, "青河县.*临江市"),
        ("organ: 青河县人民政府\n", {}, "青河县"),
        ("year: 2016\n", {"year": "2015"}, "card.yaml 写的 year 是「2016」，--year 写的是「2015」"),
    ],
)
def test_a_card_that_contradicts(
    tmp_path: Path, text: str, flags: dict[str, str], said: str
) -> None:
    with pytest.raises(ReportError, match=said):
        complete(TEXT, WORDS, read_card_file(card(tmp_path, text)), flags)


def test_a_place_within_a_place_is_no_contradiction(tmp_path: Path) -> None:
    text = "云台镇2012年政府信息公开工作年报\n一、概述\n"
    path = card(tmp_path, "place: 青河县云台镇\norgan: 青河县云台镇人民政府\n")
    assert complete(text, WORDS, read_card_file(path))["id"] == "yuntai-2012"
    path = card(tmp_path, "place: 青河县\norgan: 青河县发展和改革局\n")
    text = "青河县发改局2012年政府信息公开工作年报\n"
    assert complete(text, WORDS, read_card_file(path))["id"] == "qinghe-fagaiju-2012"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour: red\n", "不认识的字段「colour」"),
        ("year: 16\n", "year 应当是四位年份"),
        ("title: [a, b]\n", "title 应当是一行文字"),
        ("corrections: 5\n", "corrections 应当是"),
        ("corrections:\n  - quote: 5条\n", r"card.yaml:2: 更正缺少 value"),
        ("corrections:\n  - quote: 5条\n    value: 6\n", r"card.yaml:2: 更正缺少 reason"),
        ("corrections:\n  - value: 6\n    reason: 笔误\n", "更正缺少 quote"),
        ("corrections:\n  - quote: 5条\n    value: 六\n    reason: 笔误\n", "不带单位的数字"),
        (
            "corrections:\n  - quote: 5条\n    value: 6\n    why: 笔误\n",
            r"card.yaml:4: 不认识的字段「why」",
        ),
        (
            "corrections:\n  - quote: 5条\n    field: bound\n    value: 6\n    reason: 笔误\n",
            "field 只能是 value、unit",
        ),
        ("corrections:\n  - start: 3\n    end: x\n    value: 6\n    reason: 笔误\n", "quote"),
    ],
)
def test_a_card_that_does_not_hold(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        read_card_file(card(tmp_path, text))


def test_a_card_that_is_no_yaml(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"card\.yaml:\d"):
        read_card_file(card(tmp_path, "id: [\n"))
