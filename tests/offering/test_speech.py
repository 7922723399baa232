"""What is said of a clause is whole Chinese, or is not said."""

from __future__ import annotations

import pytest

from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.spoken import spoken_of
from assistant.offering.speech import clause_said, done_said, quoting

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
# A stretch of a report, and what may be asked of it: was it done?
DONE = {
    "考核结果全部张榜公布,": "考核结果全部张榜公布",
    "所有申请均已按期答复": "所有申请均已按期答复",
    "已全部按期作出了答复": None,
    "进一步完善全部公开平台": None,
    "平台建成运行": None,
    "7件申请全部办结": None,
}


@pytest.mark.parametrize("text", CLAUSES)
def test_a_clause_is_said_by_itself(text: str) -> None:
    assert clause_said(text, SPOKEN) == CLAUSES[text]


@pytest.mark.parametrize("text", DONE)
def test_only_what_was_done_to_something_is_asked_whether_it_was(text: str) -> None:
    assert done_said(text, SPOKEN) == DONE[text]


def test_only_what_is_said_in_a_breath_is_quoted() -> None:
    assert quoting("“公开形式单一”", SPOKEN) == "关于“公开形式单一”，报告是怎么说的？"
    assert quoting("对" + "记者、律师、教师、" * 5 + "进行了保密培训", SPOKEN) is None
