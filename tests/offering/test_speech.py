"""What is said of figures and clauses is whole Chinese, or is not said."""

from __future__ import annotations

import pytest

from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.spoken import spoken_of
from assistant.offering.speech import about, claim_said, clause_said, is_whole, of_figure
from tests.offering.test_offered import small

SPOKEN = spoken_of(load(knowledge_folder() / "lexicon" / "spoken.yaml"))
# A stretch of a report, and what is said of it by itself.
CLAUSES = {
    "一是公开形式单一": "公开形式单一",
    "并对信息员进行培训,": "对信息员进行培训",
    "并非全部信息都公开": "并非全部信息都公开",
    "其中:网站发布信息": "网站发布信息",
    "在网站、公报发布信息时": None,
    "电话:5562018": None,
    "对《公开条例": None,
    "单一": None,
}
QUESTIONS = {
    "全年举办培训班多少期？": True,
    "12月对多少所学校进行考核？": True,
    "12月对多少所学校？": False,
    "多少所学校中？": False,
    "对口帮扶学校多少所？": True,
    "多少件？": False,
    "县（区）多少件？": False,
    "不同意公开的多少件中？": False,
    "多久对公开情况评议一次一次？": False,
}
# A number of the report, and the best question for its figure.
FIGURES = {
    "62所": "12月对多少所学校进行考核？",
    "158件": "乡长信箱收到来信多少件？",
    "未收取": "全年收取检索、复制、邮寄等任何费用了吗？",
}
LISTS = (
    "对信息员、记者、律师、教师、医生、护士、司机、厨师、会计、出纳、门卫、花匠、木匠进行了保密培训"
)


@pytest.mark.parametrize("text", CLAUSES)
def test_a_clause_is_said_by_itself(text: str) -> None:
    assert clause_said(text, SPOKEN) == CLAUSES[text]


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_figures_question_is_whole(asked: str) -> None:
    assert is_whole(asked, SPOKEN) is QUESTIONS[asked]


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_is_asked_for_in_a_whole_sentence(number: str) -> None:
    [report] = small().reports
    [figure] = [f for f in report.figures if f.text == number and not f.table]
    assert next(of_figure(figure, report, SPOKEN)) == FIGURES[number]


def test_a_long_list_is_quoted_to_one_of_its_marks() -> None:
    said = about(LISTS, SPOKEN)
    assert said is not None
    inside = said[said.index("“") + 1 : said.index("”")]
    assert inside in LISTS and LISTS[len(inside)] == "、"


def test_what_is_to_be_done_is_not_asked_whether_it_is_so() -> None:
    assert claim_said("完善政府信息公开平台", SPOKEN) is None
    assert claim_said("平台已经建成运行", SPOKEN) == "平台已经建成运行"
