"""Look-alikes: the pairs that matter are there, and few others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.folders import knowledge_folder
from assistant.language.lookalike import lookalikes

ALIKE = (
    "项顶 类娄 众从 免兔 统充 话活 站占 冈岗 理里 末未 己已 县具 办为 "
    "日曰 土士 人入 大太 王玉 侯候 戌戍 茶荼 折拆 贷货 今令 清请 治冶 部陪 持特 困因 贫贪"
)

NOT_ALIKE = "江法 打把 说话 县市 政府 公开 你他 松柏 铁铜 项目 类别"

TABLE = knowledge_folder() / "terms" / "lookalike.tsv"


@pytest.mark.parametrize(("one", "other"), [tuple(pair) for pair in ALIKE.split()])
def test_alike(one: str, other: str) -> None:
    assert other in lookalikes(one)
    assert one in lookalikes(other)


@pytest.mark.parametrize(("one", "other"), [tuple(pair) for pair in NOT_ALIKE.split()])
def test_not_alike(one: str, other: str) -> None:
    assert other not in lookalikes(one)


def test_there_are_not_too_many() -> None:
    chars = {char for char in TABLE.read_text(encoding="utf-8") if "一" <= char <= "龥"}
    assert 5_000 < len(chars) <= 6_763
    assert sum(len(lookalikes(char)) for char in chars) / len(chars) < 13
    assert TABLE.stat().st_size < 200_000


@given(st.text() | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5))
def test_the_relation_is_mutual_and_between_two(char: str) -> None:
    others = lookalikes(char)
    assert char not in others
    assert all(char in lookalikes(other) for other in others)
