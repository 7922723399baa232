"""The questions of reports, asked once for all tests: the bundled one, and written ones with tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from assistant import Assistant
from assistant.alone import Trace
from assistant.faq import Collection, Material, ask_all, drafts_of, load_material, select
from assistant.model import Report
from tests.compiling import over
from tests.reports.generate import standard, statistics

BUNDLED, MODERN, OLDER, QUIET = (
    *("qingyuan-2013", "baishan-2023"),
    *("jintangxian-2016", "pingxi-2023"),
)
# The table of applications of a town where little happened: row, applicants, total.
ROWS = """\
| 一、本年新收政府信息公开申请数量 |  |  | 3 | 1 | 4 |
| 二、上年结转政府信息公开申请数量 |  |  | 0 | 0 | 0 |
| 三、本年度办理结果 | （一）予以公开 |  | 3 | 0 | 3 |
|  | （二）部分公开（区分处理的，只计这一情形，不计其他情形） |  | 0 | 0 | 0 |
|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 |
|  |  | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 |
|  |  | 3.危及“三安全一稳定” | 0 | 0 | 0 |
|  |  | 4.保护第三方合法权益 | 0 | 0 | 0 |
|  |  | 5.属于三类内部事务信息 | 0 | 0 | 0 |
|  |  | 6.属于四类过程性信息 | 0 | 1 | 1 |
|  |  | 7.属于行政执法案卷 | 0 | 0 | 0 |
|  |  | 8.属于行政查询事项 | 0 | 0 | 0 |
|  | （七）总计 |  | 3 | 1 | 4 |
| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 |
"""


def quiet(draw: Random, place: str, kind: str, year: int) -> str:
    """A report with a table that is all but empty."""
    return (
        f"三、收到和处理政府信息公开申请情况\n|  |  |  | 自然人 | 商业企业 | 总计 |\n{ROWS}"
        f"五、存在的主要问题及改进情况\n主要问题是信息更新不够及时。下一步将加强更新。\n"
    )


WRITTEN = {
    MODERN: ("白山市", "市", 2023, standard),
    OLDER: ("金塘县", "县", 2016, statistics),
    QUIET: ("平溪镇", "镇", 2023, quiet),
}


class Remembering(Assistant):
    """Answers each question of a collection once: those of several lengths ask the same."""

    def attempt(
        self, question: str, history: Sequence[str] = (), before: Trace | None = None
    ) -> Trace:
        if before:
            return super().attempt(question, history, before)
        return _attempted(self, question, tuple(history))


@cache
def _attempted(assistant: Assistant, question: str, history: tuple[str, ...]) -> Trace:
    return Assistant.attempt(assistant, question, history)


@cache
def material() -> Material:
    return load_material()


@cache
def assistant(identity: str) -> Assistant:
    if identity == BUNDLED:
        return Remembering(reports=[BUNDLED])
    place, kind, year, write = WRITTEN[identity]
    title = f"{place}{year}年政府信息公开工作年度报告"
    text = f"{title}\n{write(Random(7), place, kind, year)}"
    card = (title, f"{place}人民政府", place, str(year))
    return over({identity: text}, {identity: card}, Remembering)


def report(identity: str) -> Report:
    found = assistant(identity).report(identity)
    assert found
    return found


@cache
def collection(identity: str = BUNDLED, length: str = "standard", section: str = "") -> Collection:
    level, variants = material().length(length)
    mine = report(identity)
    drafts = drafts_of(mine, assistant(identity).knowledge(identity), material())
    chosen = select(drafts, mine, [section] if section else [], level)
    asked = assistant(identity)
    return ask_all(mine, chosen, asked, material(), variants, common=not section)
