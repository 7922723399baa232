"""Reports without a title line: whose they are is told by the places that they name, or asked for."""

from __future__ import annotations

import pytest

from assistant.compiler.card import complete
from assistant.compiler.divisions import divisions
from assistant.compiler.untitled import untitled
from assistant.errors import ReportError
from assistant.folders import knowledge_folder

WORDS = knowledge_folder() / "cards.yaml"
PLACES = divisions(knowledge_folder() / "divisions.tsv")
COUNTIES = "其中，沭阳县3件，泗洪县5件。"


@pytest.mark.parametrize(
    ("text", "title", "organ"),
    [
        (
            f"一、总体情况\n2023年，我市收到申请8件，{COUNTIES}",
            "宿迁市2023年政府信息公开工作年度报告",
            "宿迁市人民政府",
        ),
        (
            "一、概述\n根据条例编制。2021年，我市收到申请9件，其中宿迁市公安局2件，泗洪县7件。",
            "宿迁市2021年政府信息公开工作年度报告",
            "宿迁市人民政府",
        ),
        (
            "一、概述\n2012年,市政府办公室编印《清远市人民政府办公室工作规则》,发到佛冈县、阳山县和连州市。",
            "清远市人民政府办公室2012年政府信息公开工作年度报告",
            "清远市人民政府办公室",
        ),
        (
            "一、总体情况\n2022年，我市收到申请8件，浦东新区、崇明区各4件。",
            "上海市2022年政府信息公开工作年度报告",
            "上海市人民政府",
        ),
    ],
)
def test_a_city_is_told_by_the_counties_that_it_names(text: str, title: str, organ: str) -> None:
    found = untitled(text, WORDS)
    assert (found.text, found.organ) == (title, organ)
    assert complete(text, WORDS)["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        # One county proves nothing: a city of its rank may name it too.
        "一、概述\n2023年，我市收到申请8件，沭阳县3件。",
        # The city above a city that does not name itself.
        "一、概述\n2023年，我市按苏州市政府要求收到申请8件，昆山市公安局3件。",
        f"一、概述\n2023年，我市到盱眙县学习，收到申请8件，{COUNTIES}",
        f"一、概述\n2023年，我局收到申请8件，{COUNTIES}",
        f"一、概述\n2023年，市政府办公室收到申请8件，{COUNTIES}",
        f"一、概述\n2023年，市公安局收到申请8件，{COUNTIES}",
        f"一、概述\n2023年，我市收到申请8件，自2022年1月1日起至2022年12月31日止，{COUNTIES}",
        f"一、概述\n今年，我市收到申请8件，{COUNTIES}",
        "一、概述\n2023年，我县收到申请8件，沭阳县公安局2件，沭阳县教育局3件。",
    ],
)
def test_what_does_not_prove_it_is_asked_for(text: str) -> None:
    assert untitled(text, WORDS).text == ""
    with pytest.raises(ReportError, match="看不出标题"):
        complete(text, WORDS)


def test_a_place_has_the_name_of_its_year() -> None:
    assert [d.code for d in PLACES.named("洪泽县", 2012)] == ["320829"]
    assert PLACES.named("洪泽区", 2012) == PLACES.named("淮安区", 2010) == ()
    assert [d.name for year in (2010, 2013) for d in PLACES.at("320803", year)] == [
        "楚州区",
        "淮安区",
    ]
    city = PLACES.city_of(PLACES.named("洪泽区")[0], 2023)
    assert city and city.name == "淮安市"


def test_the_longest_name_is_found_in_a_text() -> None:
    assert list(PLACES.in_text("浦东新区和东西湖区、城区")) == ["浦东新区", "东西湖区"]
