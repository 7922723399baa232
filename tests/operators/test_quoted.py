"""A question that quotes the report is answered by the sentence that it quotes from; nothing else is."""

from __future__ import annotations

import pytest

from tests.qingyuan import assistant

QUOTED = {
    "关于“坚持做到每天对政府门户网站巡查”，报告是怎么说的？": "随时督促存在差距和问题的责任单位限期改正",
    "“对工作不落实的部分单位进行了点名批评”，报告怎么写的": "在社会上引起了强烈的反响",
    "关于“纸质版每期1535册,全部免费发放至全市各级图书馆”，报告中如何说的": "不含诊所",
}
REFUSED = [
    "关于“每天对政府门户网站消毒杀菌”，报告是怎么说的？",
    "佛山市关于“坚持做到每天对政府门户网站巡查”，报告是怎么说的？",
    "关于“巡查”，报告是怎么说的？去年的呢",
]


@pytest.mark.parametrize("question", QUOTED)
def test_the_sentence_is_given(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status == "answered"
    assert QUOTED[question] in answer.citations[0].quote


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_not_the_reports_is_refused(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text
