"""The whole way, by its promises: proved, deterministic, and unmoved by how politely it is asked."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import (
    SOURCE,
    answered,
    ask,
    assert_proved,
    assistant,
    figures,
    numbers,
    refused,
)

from assistant import Answer, Assistant
from assistant.journey import travel
from assistant.knowledge import load
from assistant.library import Library, Opened

KNOWLEDGE = load(reports=("qingyuan-2013",))
KEYS = [
    "question",
    "status",
    "text",
    "values",
    "polarity",
    "citations",
    "computation",
    "reason",
    "suggestions",
    "passages",
    "id",
]
# question → the figures that answer it; one of every kind of answer
FIGURES = [
    ("英德市进驻了多少事项", ["628项"]),
    ("全市网上办事大厅进驻事项总数是多少项", ["6211项"]),
    ("门户网站全年发布多少条信息", ["12826条"]),
    ("门户网站发布文件类信息多少条", ["259条"]),
    ("公报发布文件类信息多少条", ["664条"]),
    ("纸质版公报每期多少册", ["1535册"]),
    ("网上处理来信多少件", ["1618件"]),
    ("来信办结率是百分之几", ["96%"]),
    ("年度专项工作经费多少万元", ["122.03万元"]),
    ("采编上网的信息有多少篇", ["1.2万篇(条)"]),
    ("政府信息公开工作人员有多少人", ["129人"]),
    ("市政府新闻发布会召开几场", ["2场"]),
    ("连山县和连南县各多少项进驻事项", ["740项", "645项"]),
    ("进驻事项连山县比连南县多几项", ["95项"]),
    ("阳山县的进驻事项是清新区的多少倍", ["1.67倍"]),
    ("连州市和英德市的进驻事项合计多少项", ["1297项"]),
    ("两个区的进驻事项合计占全市百分之几", ["16.68%"]),
    ("四个县平均进驻多少项", ["725项"]),
    ("哪个县市区进驻事项最多", ["852项"]),
    ("进驻事项第二多的是哪个县市区", ["740项"]),
    ("进驻事项超过650项的县市区有几个", ["4个"]),
    ("除市级外还有多少项进驻事项", ["5233项"]),
    ("1535是什么数", ["1535册"]),
    ("专项工作经费换算成元是多少", ["1220300元"]),
]
# Claims, with their polarity and the true figure.
CLAIMS = [
    ("公报纸质版每期1535册对吗", "yes", ["1535册"]),
    ("英德市有669项进驻事项吗", "no", ["628项"]),
]
# Answers that hold no figure, and refusals.
OTHERS = [
    "公报发给谁",
    "存在哪些问题",
    "有哪些改进措施",
    "多久巡查一次政府门户网站",
    "国办发〔2013〕73号是什么文件",
    "第三部分讲什么",
    "2012年英德市多少项",
    "韶关市进驻事项多少项",
    "公报的印刷成本是多少",
    "文件类信息多少条",
    "天气怎么样",
]
PLAIN = [question for question, _ in FIGURES]
EVERY = [*PLAIN, *(question for question, *_ in CLAIMS), *OTHERS]
# A word and another word for the same, in the same question.
SYNONYMS = [
    ("英德市进驻了多少事项", "英德市入驻了多少事项"),
    ("公报发布文件类信息多少条", "政报发布文件类信息多少条"),
    ("门户网站全年发布多少条信息", "官网全年发布多少条信息"),
    ("行政复议、行政诉讼有几宗", "复议、官司有几宗"),
    ("网上处理来信多少件", "网上处理群众来信多少件"),
    ("百分之几的事项开通了网上在线申请", "百分之几的事项可以上网申请"),
    ("年度专项工作经费多少万元", "年度专项经费多少万元"),
    ("政府信息公开工作人员有多少人", "政府信息公开工作人员有多少名"),
    ("实体办事大厅有几个", "线下办事大厅有几个"),
    ("英德市进驻了多少事项", "英德进驻了几项事项"),
    ("公报多久出版一次", "政府公报多长时间出版一次"),
    ("公报纸质版每期多少册", "公报纸质版每期多少本"),
]
# The one question of its own that leaves its owner unsaid (towns), and so is not answered.
UNSAID = "有便民中心的多少个？"

before = st.sampled_from(
    ["", "请问", "请问一下，", "您好，", "麻烦问一下，", "我想知道", "想了解一下", "劳驾，"]
)
after = st.sampled_from(
    ["", "？", "?", "？？", "。", "，谢谢", "？谢谢！", "呢？", "啊", "😊", "  "]
)
anything = st.sampled_from(EVERY)


@pytest.mark.parametrize(("asked", "expected"), FIGURES)
def test_the_figure(asked: str, expected: list[str]) -> None:
    assert figures(answered(asked)) == expected


def facts_with_questions() -> list[tuple[str, str]]:
    (report,) = assistant().reports
    questions = assistant().questions()
    assert len(questions) == len(report.figures)
    pairs = zip(questions, report.figures, strict=True)
    return [(q, SOURCE[slice(*f.number)]) for q, f in pairs if q != UNSAID]


def test_there_is_a_question_for_every_figure() -> None:
    assert len(set(assistant().questions())) == 52


@pytest.mark.parametrize(("asked", "figure"), facts_with_questions())
def test_every_question_of_its_own_is_answered(asked: str, figure: str) -> None:
    found = answered(asked)
    assert figure in "".join(c.quote for c in found.citations)
    if found.values:
        assert [v.text for v in found.values] == [figure]
    else:
        assert figure in found.text


@pytest.mark.parametrize("asked", EVERY)
def test_the_same_answer_twice(asked: str) -> None:
    again = Assistant(reports=("qingyuan-2013",)).answer(asked)
    assert ask(asked) == assistant().answer(asked) == again


@pytest.mark.parametrize("asked", EVERY)
def test_every_number_of_an_answer_has_a_source(asked: str) -> None:
    found = ask(asked)
    if found.status == "answered":
        known = numbers(asked) | numbers("".join(c.quote for c in found.citations))
        if found.computation:
            known |= numbers(found.computation.expression)
            known |= numbers(" ".join(found.computation.operands))
        assert numbers(found.text) <= known, found.text


@pytest.mark.parametrize("asked", [*EVERY, *assistant().questions()])
def test_citations_are_verbatim_and_values_trace(asked: str) -> None:
    assert_proved(ask(asked))


@pytest.mark.parametrize("asked", EVERY)
def test_the_contract(asked: str) -> None:
    found = ask(asked).to_dict()
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert list(found) == KEYS
    assert found["question"] == asked
    assert found["status"] in ("answered", "clarify", "unanswered", "chat")
    assert found["polarity"] in (None, "yes", "no")
    assert isinstance(found["text"], str) and isinstance(found["id"], str) and found["id"]
    assert (found["reason"] is None) == (found["status"] != "unanswered")
    for value in found["values"]:
        assert list(value) == ["value", "unit", "bound", "text"]
        assert all(isinstance(part, str) for part in value.values())
        assert str(Decimal(value["value"])) == value["value"]
    for citation in found["citations"]:
        assert list(citation) == ["report", "title", "section", "quote", "start", "end"]
        assert citation["report"] == "qingyuan-2013"
        assert SOURCE[citation["start"] : citation["end"]] == citation["quote"]
    assert len(found["passages"]) <= 3
    assert not found["passages"] or found["status"] in ("unanswered", "clarify")
    for passage in found["passages"]:
        assert list(passage) == ["report", "section", "quote", "start", "end"]
        assert SOURCE[passage["start"] : passage["end"]] == passage["quote"]
    if found["computation"] is not None:
        assert list(found["computation"]) == ["operator", "expression", "operands"]
        assert all(isinstance(n, str) for n in found["computation"]["operands"])
    assert found["status"] == "answered" or not (found["values"] or found["computation"])


@given(before, st.sampled_from(FIGURES), after)
def test_politeness_and_marks_change_no_value(
    prefix: str, row: tuple[str, list[str]], suffix: str
) -> None:
    assert figures(answered(prefix + row[0] + suffix)) == row[1]


@given(
    before,
    st.sampled_from(CLAIMS),
    st.sampled_from(["", "？", "?", "？？", "!", "😊", "，谢谢", "？谢谢！"]),
)
def test_politeness_and_marks_change_no_claim(
    prefix: str, row: tuple[str, str, list[str]], suffix: str
) -> None:
    found = answered(prefix + row[0] + suffix)
    assert (found.polarity, figures(found)) == row[1:]


@given(before, st.sampled_from(OTHERS[-5:]), after)
def test_politeness_answers_nothing_more(prefix: str, asked: str, suffix: str) -> None:
    assert ask(prefix + asked + suffix).status == ask(asked).status


@pytest.mark.parametrize(("asked", "otherwise"), SYNONYMS)
def test_another_word_for_the_same_changes_no_value(asked: str, otherwise: str) -> None:
    one, other = answered(asked), answered(otherwise)
    assert one.values == other.values
    assert one.citations == other.citations != ()


@given(st.lists(anything, min_size=1, max_size=5), st.sampled_from(FIGURES))
def test_carrying_over_changes_no_complete_question(
    history: list[str], row: tuple[str, list[str]]
) -> None:
    found, alone = ask(row[0], history), ask(row[0])
    assert figures(found) == row[1]
    assert (found.citations, found.polarity) == (alone.citations, alone.polarity)


@given(st.randoms(use_true_random=False), anything)
def test_the_order_of_facts_changes_no_answer(random: object, asked: str) -> None:
    (index,) = KNOWLEDGE.indexes
    entries = list(index.entries)
    random.shuffle(entries)  # type: ignore[attr-defined]
    indexes = (index, replace(index, entries=tuple(entries)))
    one, other = (travel(asked, (), Library(KNOWLEDGE, Opened([i]))).answer for i in indexes)
    assert (one.status, one.polarity, set(one.citations)) == (
        other.status,
        other.polarity,
        set(other.citations),
    )
    assert sorted(figures(one)) == sorted(figures(other))


def test_eight_threads_get_the_same_answers() -> None:
    alone = {asked: ask(asked) for asked in EVERY}
    shared = Assistant(reports=("qingyuan-2013",))

    def work(shift: int) -> list[Answer]:
        order = EVERY[shift:] + EVERY[:shift]
        return [shared.answer(asked) for asked in order]

    with ThreadPoolExecutor(8) as pool:
        for answers in pool.map(work, range(0, 32, 4)):
            assert all(found == alone[found.question] for found in answers)


@pytest.mark.parametrize("asked", ["", " ", "？？？", "😀", "\n", "\x00"])
def test_nothing_asked(asked: str) -> None:
    refused(asked)


NO_TEXTS = [
    ("连州", "英德市多少项", "history 要写成文字的列表"),
    ("连州", None, "history 要写成文字的列表"),
    ("连州", {"英德市多少项": 1}, "history 要写成文字的列表"),
    ("连州", ["英德市多少项", 1], "有一项是 int"),
    (None, (), "question 要写成文字"),
    (b"\xe8\xbf\x9e", (), "question 要写成文字"),
]


@pytest.mark.parametrize(("question", "history", "said"), NO_TEXTS)
def test_what_is_no_text_is_a_clear_type_error(question: Any, history: Any, said: str) -> None:
    for put in (assistant().answer, assistant().explain, assistant().attempt):
        with pytest.raises(TypeError, match=said):
            put(question, history)


def test_too_much_asked() -> None:
    assert "300" in refused("英德市多少项" * 100).text


def test_what_is_loaded() -> None:
    (report,) = assistant().reports
    assert report == assistant().report("qingyuan-2013")
    assert report.source == SOURCE
    assert assistant().report("shaoguan-2013") is None
    assert {"英德市", "英德", "门户网站", "政报"} <= set(assistant().names())


@pytest.mark.parametrize("name", ["市政府办公室", "市府办", "市政府办", "府办"])
def test_a_figure_of_the_whole_city_is_not_that_of_the_office(name: str) -> None:
    answer = Assistant().answer(f"{name}自己有几个信息公开工作人员")
    assert answer.status != "answered", answer.text
    own = Assistant().answer(f"{name}受理几宗政府信息公开申请")
    assert [v.text for v in own.values] == ["7宗"], own.text
