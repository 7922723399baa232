"""A visitor asks, follows up, chooses, opens a citation, copies and rates; on a phone and on a desktop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from assistant import Assistant
from tests.front.widget.browsing import SIZES, Visitor, kept, visiting
from tests.serving import Service

ASSISTANT = Assistant()
LIANZHOU, RANKING, AMBIGUOUS = "连州市进驻多少项", "县市区进驻事项排名", "文件类信息多少条"
ABSENT = "2012年连州市进驻多少项"
SHARE = "两个区进驻事项合计占全市百分之几"


@pytest.fixture(params=SIZES)
def visitor(request: Any, browser: Browser, served: Service) -> Iterator[Visitor]:
    with visiting(browser, served.url, viewport=SIZES[request.param]) as opened:
        opened.open()
        yield opened
        assert opened.complaints == []
        assert opened.hosts() == {served.url.removeprefix("http://")}
        assert opened.page.context.cookies() == []


def test_the_answer_is_the_assistants(visitor: Visitor) -> None:
    earlier: list[str] = []
    for question in (LIANZHOU, RANKING, AMBIGUOUS, ABSENT, SHARE, "你好"):
        answer = ASSISTANT.answer(question, earlier)
        assert visitor.ask(question) == answer.text
        if answer.computation:
            assert answer.computation.expression in visitor.last.inner_text()
        earlier.append(question)


def test_a_question_follows_another(visitor: Visitor) -> None:
    visitor.ask(LIANZHOU)
    assert "628项" in visitor.ask("那英德呢")
    offered = visitor.last.locator(".further button").first
    question = offered.inner_text()
    offered.click()
    assert visitor.read(question) == ASSISTANT.answer(question).text
    assert visitor.focused() == f"问：{question}"


def test_no_answer_waits_for_what_may_be_asked_next(visitor: Visitor) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    visitor.page.route(re.compile("/further$"), hold)
    with visitor.page.expect_request(re.compile("/further$")):
        assert visitor.ask(LIANZHOU) == ASSISTANT.answer(LIANZHOU).text
    expect(visitor.last.locator(".further")).to_have_count(0)
    for route in held:
        route.continue_()
    expect(visitor.last.locator(".further button")).to_have_count(3)
    visitor.page.reload()
    if not visitor.line.is_visible():
        visitor.open()
    expect(visitor.last.locator(".further button")).to_have_count(3)


def test_an_answer_stands_without_what_may_be_asked_next(visitor: Visitor) -> None:
    visitor.page.route(re.compile("/further$"), lambda route: route.abort())
    assert visitor.ask(LIANZHOU) == ASSISTANT.answer(LIANZHOU).text
    expect(visitor.last.locator(".trouble")).to_have_count(0)
    assert "628项" in visitor.ask("那英德呢")
    # The browser itself notes that a request failed.
    visitor.complaints.clear()


def test_a_reading_is_chosen(visitor: Visitor) -> None:
    visitor.ask(AMBIGUOUS)
    choices = visitor.last.locator(".choices button")
    assert choices.all_inner_texts() == list(ASSISTANT.answer(AMBIGUOUS).suggestions)
    question = choices.last.inner_text()
    choices.last.click()
    assert "259条" in visitor.read(question)


def test_what_many_ask_is_offered(visitor: Visitor) -> None:
    hot = visitor.widget.locator(".greeting button")
    expect(hot).to_have_count(len(ASSISTANT.answer("你好").suggestions))
    question = hot.first.inner_text()
    hot.first.click()
    assert visitor.read(question) == ASSISTANT.answer(question).text


def test_a_citation_opens_its_paragraph(visitor: Visitor) -> None:
    for question in (LIANZHOU, SHARE, "为什么要公开"):
        visitor.ask(question)
        opens_each_citation(visitor, question)


def opens_each_citation(visitor: Visitor, question: str) -> None:
    report = ASSISTANT.report("qingyuan-2013")
    assert report
    for citation in ASSISTANT.answer(question).citations:
        visitor.button(f"查看原文：{citation.quote}").click()
        mark = visitor.widget.locator(".source mark")
        expect(mark).to_have_text(citation.quote)
        expect(mark).to_be_in_viewport()
        assert visitor.widget.locator(".source .text").inner_text() in report.source.split("\n")
        assert visitor.focused() == "source-head"
        visitor.page.keyboard.press("Escape")
        expect(mark).to_be_hidden()
        assert visitor.focused() == f"查看原文：{citation.quote}"


def test_passages_are_marked_as_no_answer_and_open_their_paragraph(visitor: Visitor) -> None:
    for question in (ABSENT, AMBIGUOUS):
        visitor.ask(question)
        answer = ASSISTANT.answer(question)
        near = visitor.last.locator(".nearest")
        expect(near.locator("p").first).to_have_text("报告里最相关的原文（不是答案）")
        assert near.locator("button").all_inner_texts() == [p.quote for p in answer.passages]
        expect(near).to_contain_text(answer.passages[0].title)
        near.locator("button").first.click()
        mark = visitor.widget.locator(".source mark")
        expect(mark).to_have_text(answer.passages[0].quote)
        visitor.page.keyboard.press("Escape")
        expect(mark).to_be_hidden()


def test_many_citations_are_folded(visitor: Visitor) -> None:
    visitor.ask(RANKING)
    cited = visitor.last.locator(".proof button")
    assert cited.count() == 8
    expect(cited.first).to_be_hidden()
    visitor.last.get_by_text("出处（8处）").click()
    cited.first.click()
    expect(visitor.widget.locator(".source mark b")).to_have_text("852项")


def test_a_ranking_is_drawn_with_its_table(visitor: Visitor) -> None:
    visitor.ask(RANKING)
    values = [value.text for value in ASSISTANT.answer(RANKING).values]
    chart = visitor.last.locator("svg")
    assert chart.locator(".amount").all_text_contents() == values
    lengths = [float((w or "").rstrip("%")) for w in attributes(visitor, "rect", "width")]
    assert lengths == sorted(lengths, reverse=True)
    assert round(lengths[-1] / lengths[0], 3) == round(511 / 852, 3)
    visitor.last.get_by_text("数据表", exact=True).first.click()
    expect(visitor.last.get_by_role("cell")).to_have_text(values)
    expect(visitor.last.get_by_role("rowheader")).to_have_text(
        chart.locator("text:not(.amount)").all_text_contents()
    )


THREE = "连州市进驻多少项\n英德市进驻多少项\n公报每期多少册"


def test_several_lines_are_several_questions(visitor: Visitor) -> None:
    visitor.line.focus()
    lines = THREE.split("\n")
    for line in lines:
        visitor.page.keyboard.insert_text(line)
        visitor.page.keyboard.press("Enter" if line is lines[-1] else "Shift+Enter")
    assert visitor.read(" ".join(lines)) == ASSISTANT.answer(THREE).text
    expect(visitor.line).to_have_value("")


def test_the_line_grows_with_what_is_typed(visitor: Visitor) -> None:
    low = visitor.line.bounding_box()
    visitor.line.fill(THREE)
    high = visitor.line.bounding_box()
    assert low and high and high["height"] > 2 * low["height"]
    visitor.line.fill("")
    assert visitor.line.bounding_box() == low
    visitor.line.fill("多少项\n" * 40)
    tall = visitor.line.bounding_box()
    assert tall and tall["height"] < 6 * low["height"]


def test_a_new_conversation_is_one_key_away(visitor: Visitor) -> None:
    expect(visitor.button("新对话")).to_have_count(0)
    visitor.ask(LIANZHOU)
    visitor.button("新对话").press("Enter")
    expect(visitor.widget.locator("ol > li")).to_have_count(0)
    assert visitor.ask("再说一遍").startswith("前面还没有提过问题")
    visitor.button("新对话").click()
    expect(visitor.button("新对话")).to_have_count(0)


def attributes(visitor: Visitor, shape: str, name: str) -> list[str | None]:
    return [each.get_attribute(name) for each in visitor.last.locator(shape).all()]


def test_what_is_typed_is_completed(visitor: Visitor) -> None:
    visitor.line.press_sequentially("jzsx")
    options = visitor.widget.get_by_role("option")
    expect(options.first).to_have_text("进驻事项")
    visitor.page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = visitor.line.get_attribute("aria-activedescendant")
    assert options.first.get_attribute("id") == active
    visitor.page.keyboard.press("Enter")
    expect(visitor.line).to_have_value("进驻事项")
    visitor.line.fill("年度专项工作经费多")
    # What was offered for the word before is shown until the new offers are there.
    expect(options.first).to_contain_text("年度专项工作经费多少元")
    options.first.click()
    assert "122.03万元" in visitor.read("年度专项工作经费多少元")
    expect(visitor.line).to_have_value("")
    expect(options).to_have_count(0)


def test_an_answer_is_copied_with_its_source(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer = ASSISTANT.answer(LIANZHOU)
    visitor.ask(LIANZHOU)
    visitor.button("复制答复和出处").click()
    expect(visitor.widget.locator(".toast")).to_have_text("已复制答复和出处。")
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    for part in (answer.text, answer.citations[0].title, answer.citations[0].quote):
        assert part in copied
    # Its last line is the address that asks again.
    visitor.page.goto(copied.splitlines()[-1])
    expect(visitor.page.locator(".said")).to_have_text(answer.text)


def test_an_answer_has_a_page_to_pass_on(visitor: Visitor) -> None:
    visitor.ask(LIANZHOU)
    text = visitor.ask("那英德呢")
    with visitor.page.expect_popup() as opened:
        visitor.last.get_by_role("link", name="转发、打印").click()
    expect(opened.value.locator(".said")).to_have_text(text)
    visitor.ask(ABSENT)
    expect(visitor.last.get_by_role("link", name="转发、打印")).to_have_count(0)


def test_larger_type_keeps_what_is_read_in_sight(visitor: Visitor) -> None:
    for question in (LIANZHOU, RANKING, SHARE, ABSENT):
        visitor.ask(question)
    visitor.widget.locator("ol > li").nth(2).evaluate("turn => turn.scrollIntoView()")
    for _ in ("larger", "as before"):
        visitor.button("大字").click()
        expect(visitor.widget.locator("ol > li").nth(2)).to_be_in_viewport()


@pytest.mark.parametrize(
    ("question", "name"),
    [(LIANZHOU, "没帮助"), (ABSENT, "这不是我要问的"), (AMBIGUOUS, "这不是我要问的")],
)
def test_what_does_not_help_is_said_with_a_word(visitor: Visitor, question: str, name: str) -> None:
    visitor.ask(question)
    visitor.button(name).click()
    assert visitor.focused() == "想问什么？（可不写）"
    visitor.page.keyboard.type("别的事")
    visitor.page.keyboard.press("Enter")
    expect(visitor.widget.get_by_role("status")).to_have_text("谢谢，已记下。")
    expect(visitor.button(name)).to_have_attribute("aria-pressed", "true")
    expect(visitor.widget.locator(".actions form")).to_have_count(0)
    assert visitor.focused() == name
    sent = visitor.requests[-1]
    assert sent.url.endswith("/feedback")
    asked = {"question": question, "history": [], "reports": []}
    assert sent.post_data_json == {**asked, "helpful": False, "remark": "别的事"}


def test_nothing_is_rated_where_nothing_is_kept(browser: Browser, served_towns: Service) -> None:
    with visiting(browser, served_towns.url, viewport=SIZES["phone"]) as visitor:
        visitor.open()
        visitor.ask("吹风会开了几场")
        expect(visitor.widget.locator(".actions")).to_have_count(0)


def test_the_visit_is_remembered_and_cleared(visitor: Visitor) -> None:
    visitor.ask(LIANZHOU)
    visitor.button("大字").click()
    visitor.page.reload()
    if not visitor.line.is_visible():
        visitor.open()
    expect(visitor.last.locator(".said")).to_have_text(ASSISTANT.answer(LIANZHOU).text)
    expect(visitor.widget.get_by_role("status")).to_have_text("")
    expect(visitor.button("大字")).to_have_attribute("aria-pressed", "true")
    assert "628项" in visitor.ask("那英德呢")
    visitor.button("设置").click()
    visitor.button("清除本次记录").click()
    expect(visitor.widget.locator("ol > li")).to_have_count(0)
    assert [visit["turns"] for visit in kept(visitor)] == [[]]
    assert visitor.page.evaluate("localStorage.length") == 0


def test_what_was_left_by_mistake_is_had_back_until_something_else_is_asked(
    visitor: Visitor,
) -> None:
    visitor.ask(LIANZHOU)
    visitor.button("新对话").click()
    expect(visitor.widget.locator("ol > li")).to_have_count(0)
    visitor.button("恢复刚才的问答").click()
    expect(visitor.last.locator(".said")).to_have_text(ASSISTANT.answer(LIANZHOU).text)
    expect(visitor.widget.locator(".toast")).to_be_hidden()
    assert "628项" in visitor.ask("那英德呢")
    visitor.button("新对话").click()
    visitor.ask(LIANZHOU)
    expect(visitor.button("恢复刚才的问答")).to_have_count(0)


def test_a_conversation_goes_on_on_another_page(visitor: Visitor) -> None:
    visitor.ask(LIANZHOU)
    visitor.page.goto(visitor.page.url.split("?")[0] + "text?report=qingyuan-2013")
    if not visitor.line.is_visible():
        visitor.open()
    assert "628项" in visitor.ask("那英德呢")
    expect(visitor.widget.locator("ol > li")).to_have_count(2)


def test_an_answer_is_read_out_once(visitor: Visitor) -> None:
    status = visitor.widget.get_by_role("status")
    visitor.ask(LIANZHOU)
    expect(status).to_have_text(ASSISTANT.answer(LIANZHOU).text)
    visitor.ask(ABSENT)
    expect(status).to_have_text(ASSISTANT.answer(ABSENT).text)


FAULTS: tuple[tuple[str, Callable[[Visitor], object]], ...] = (
    ("没有连上网络", lambda visitor: visitor.page.context.set_offline(True)),
    ("暂时连不上", lambda visitor: refuse(visitor, None)),
    ("现在提问的人较多", lambda visitor: refuse(visitor, 429)),
    ("问答服务出了故障", lambda visitor: refuse(visitor, 500)),
)


def refuse(visitor: Visitor, status: int | None) -> None:
    visitor.page.route(
        re.compile("/turn$"),
        lambda route: route.fulfill(status=status, body="{}") if status else route.abort(),
    )


def test_what_goes_wrong_is_said_and_tried_again(visitor: Visitor) -> None:
    for said, break_down in FAULTS:
        break_down(visitor)
        visitor.line.fill(LIANZHOU)
        visitor.line.press("Enter")
        expect(visitor.last.locator(".trouble")).to_contain_text(said)
        expect(visitor.widget.get_by_role("status")).to_contain_text(said)
        visitor.page.context.set_offline(False)
        visitor.page.unroute_all()
        visitor.button("再试一次").click()
        assert visitor.read(LIANZHOU) == ASSISTANT.answer(LIANZHOU).text
    # The browser itself notes that a request failed.
    visitor.complaints.clear()


def test_no_answer_in_time_is_said(visitor: Visitor) -> None:
    visitor.page.clock.install()
    visitor.page.route(re.compile("/turn$"), lambda route: None)
    visitor.line.fill(LIANZHOU)
    visitor.line.press("Enter")
    expect(visitor.last.get_by_text("正在查找")).to_be_visible()
    visitor.page.clock.run_for(20_000)
    expect(visitor.last.locator(".trouble")).to_contain_text("等了很久")


def test_a_word_that_is_being_composed_is_not_asked(visitor: Visitor) -> None:
    """An input method shows letters until Enter or a number chooses the characters."""
    method = visitor.page.context.new_cdp_session(visitor.page)
    visitor.line.focus()
    composed = {"text": "lian'zhou", "selectionStart": 9, "selectionEnd": 9}
    method.send("Input.imeSetComposition", composed)
    expect(visitor.line).to_have_value("lian'zhou")
    visitor.page.wait_for_timeout(400)
    assert not [r for r in visitor.requests if "/suggest" in r.url or r.url.endswith("/turn")]
    method.send("Input.insertText", {"text": "连州市"})
    expect(visitor.widget.get_by_role("option").first).to_be_visible()
    expect(visitor.line).to_have_value("连州市")
    expect(visitor.widget.locator("ol > li")).to_have_count(0)
