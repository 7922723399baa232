"""What people say beside a question: of themselves, at the end, and of the turn before."""

from __future__ import annotations

import pytest

from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.speakers import speakers_of

SPEAKERS = speakers_of(load(knowledge_folder() / "lexicon" / "speakers.yaml"))

IDLE = [
    "姑娘你好",
    "我眼睛不好",
    "我不会上网",
    "老人家问一句",
    "我妈耳朵不太好",
    "我这人不懂电脑",
    "领导好",
    "我没有智能手机",
    "我没上过学",
]
TELLING = [
    "我不会上网申请",
    "我是企业",
    "我没有收到答复",
    "我不懂公报",
    "有些单位不好",
    "我在佛冈打工",
    "网站不好",
    "我要办证",
]


@pytest.mark.parametrize("clause", IDLE)
def test_a_clause_of_the_person_asks_nothing(clause: str) -> None:
    assert SPEAKERS.is_idle(clause)


@pytest.mark.parametrize("clause", TELLING)
def test_a_clause_of_anything_else_is_kept(clause: str) -> None:
    assert not SPEAKERS.is_idle(clause)


ENDING = [
    "好的，谢谢你，没别的要问了",
    "没有其他问题了，谢谢",
    "行，就问这些",
    "我先忙去了，再见",
    "先这样吧",
    "都清楚了，祝您工作顺利！",
    "没什么想了解的了",
    "不打扰你了，改天再聊",
]
GOING_ON = [
    "没有别的问题了吗",
    "存在的问题没有别的了",
    "谢谢，英德呢",
    "就公开了这些",
    "没有收费",
    "不办了的有几件",
    "谢谢，再问一个",
    "没别的渠道了？",
]


@pytest.mark.parametrize("turn", ENDING)
def test_a_turn_ends_the_conversation(turn: str) -> None:
    assert SPEAKERS.ends(turn)


@pytest.mark.parametrize("turn", GOING_ON)
def test_a_turn_that_asks_or_tells_goes_on(turn: str) -> None:
    assert not SPEAKERS.ends(turn)


CORRECTED = {
    "不对，我问的是英德": "英德",
    "不是阳山，是英德": "英德",
    "说错了，是英德": "英德",
    "不是这个，我想问的是来信": "来信",
    "我问的其实是英德的": "英德的",
    "打错字了，英德": "英德",
    "哦不，是英德": "英德",
    "我是说英德": "英德",
}
NOT_CORRECTED = [
    "不对，是628项",
    "不是英德",
    "不是连州，是英德",
    "不对吧",
    "是英德吗",
    "我要问英德",
    "不是说免费吗",
]


@pytest.mark.parametrize(("turn", "meant"), CORRECTED.items())
def test_a_turn_puts_another_name_into_the_one_before(turn: str, meant: str) -> None:
    assert SPEAKERS.corrected(turn, "阳山县进驻多少项") == meant


@pytest.mark.parametrize("turn", NOT_CORRECTED)
def test_a_turn_that_only_denies_or_claims_corrects_nothing(turn: str) -> None:
    assert not SPEAKERS.corrected(turn, "阳山县进驻多少项")


def test_what_somebody_wants_to_see_is_what_is_asked_of() -> None:
    assert SPEAKERS.after_wish("我老伴想看公报 隔多久出一回") == "公报 隔多久出一回"
    assert not SPEAKERS.after_wish("我想看公报")
    assert not SPEAKERS.after_wish("领导想的公报")


HEARD = {
    "我听广播里讲部分单位被批评了，是真的吗": "部分单位被批评了，是真的吗",
    "我在报纸上看到办结率有99%，对吗": "办结率有99%，对吗",
    "听邻居说公报不要钱，对吗": "公报不要钱，对吗",
}


@pytest.mark.parametrize(("text", "claim"), HEARD.items())
def test_what_somebody_has_heard_is_what_he_asks_of(text: str, claim: str) -> None:
    assert SPEAKERS.heard(text) == claim


@pytest.mark.parametrize(
    "text", ["我在电视上看到的单位对吗", "在网上公开的信息对吗", "电视上播发了吗"]
)
def test_what_is_shown_there_is_not_heard(text: str) -> None:
    assert not SPEAKERS.heard(text)
