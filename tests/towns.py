"""Reports of a few invented places and years, loaded together: questions and conversations over several.

北原市 2022 and 2023, 南浦市 2023, its 东岭区 2023, 西川县 2023 (whose applications stand in words only, and which
counts its readers since the opening) and 西川县教育局 2023.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant import Answer, Assistant
from tests.commands import gongkai
from tests.compiling import over

MODERN = """一、总体情况
{lead}
二、主动公开政府信息情况
| 第二十条第（五）项 |  |  |  |
| 信息内容 | 本年处理决定数量 |  |  |
| 行政许可 | {permits} |  |  |
| 第二十条第（六）项 |  |  |  |
| 信息内容 | 本年处理决定数量 |  |  |
| 行政处罚 | {fines} |  |  |
| 行政强制 | {force} |  |  |
三、收到和处理政府信息公开申请情况
|  |  |  | 自然人 | 商业企业 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  | {people} | {firms} | {applied} |
| 二、上年结转政府信息公开申请数量 |  |  | {before} | 0 | {before} |
| 三、本年度办理结果 | （一）予以公开 |  | {granted} | 0 | {granted} |
|  | （七）总计 |  | {done} | {firms} | {total} |
| 四、结转下年度继续办理 |  |  | {after} | 0 | {after} |
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |
|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| {upheld} | 1 | 0 | 0 | {reviews} | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 |
"""


def _modern(lead: str, **cells: int) -> str:
    """A report with the standard tables; `people` and `firms` applied, `after` are left for next year."""
    applied = cells["people"] + cells["firms"]
    total = applied + cells["before"] - cells["after"]
    return MODERN.format(
        lead=lead,
        applied=applied,
        done=total - cells["firms"],
        total=total,
        reviews=cells["upheld"] + 1,
        **cells,
    )


BEIYUAN = _modern(
    "全市主动公开政府信息8200条。编印政府公报10期。“北原发布”公众号发布信息430条。",
    **{"permits": 500, "fines": 70, "force": 8, "people": 40, "firms": 5},
    **{"before": 3, "granted": 20, "after": 6, "upheld": 4},
)
BEIYUAN_LATER = _modern(
    "全市主动公开政府信息9100条。编印政府公报12期。“北原发布”公众号发布信息512条。举办培训班4期。",
    **{"permits": 650, "fines": 60, "force": 8, "people": 44, "firms": 9},
    **{"before": 6, "granted": 30, "after": 2, "upheld": 9},
)
NANPU = _modern(
    "全市主动公开政府信息15000余条。编印政府公报24期。举办培训班6期。",
    **{"permits": 900, "fines": 110, "force": 31, "people": 70, "firms": 2},
    **{"before": 1, "granted": 33, "after": 5, "upheld": 12},
)
DONGLING = _modern(
    "全区主动公开政府信息640条。",
    **{"permits": 210, "fines": 25, "force": 2, "people": 12, "firms": 1},
    **{"before": 0, "granted": 9, "after": 0, "upheld": 1},
)
XICHUAN = """一、概述
全县主动公开政府信息1800条。自开通以来，政府网站累计访问量达360000次。编印政府公报6期。
二、申请情况
受理政府信息公开申请85件。
三、行政复议情况
发生行政复议3件。
"""
BUREAU = """一、概述
全年公开信息210条，举办培训班1期。
二、申请情况
受理政府信息公开申请2件。
"""
TEXTS = {
    "beiyuan-2022": BEIYUAN,
    "beiyuan-2023": BEIYUAN_LATER,
    "nanpu-2023": NANPU,
    "dongling-2023": DONGLING,
    "xichuan-2023": XICHUAN,
    "xichuan-jiaoyuju-2023": BUREAU,
}
BODIES = {
    "beiyuan-2022": ("北原市人民政府", "北原市"),
    "beiyuan-2023": ("北原市人民政府", "北原市"),
    "nanpu-2023": ("南浦市人民政府", "南浦市"),
    "dongling-2023": ("南浦市东岭区人民政府", "南浦市东岭区"),
    "xichuan-2023": ("西川县人民政府", "西川县"),
    "xichuan-jiaoyuju-2023": ("西川县教育局", "西川县"),
}
MODERN_IDS = ("beiyuan-2022", "beiyuan-2023", "nanpu-2023", "dongling-2023")


@cache
def assistant(*identities: str) -> Assistant:
    """An assistant over these reports, over all of them by default."""
    chosen = identities or tuple(TEXTS)
    cards = {}
    for identity in chosen:
        organ, place = BODIES[identity]
        year = identity[-4:]
        cards[identity] = (f"{organ}{year}年政府信息公开工作年度报告", organ, place, year)
    return over({identity: TEXTS[identity] for identity in chosen}, cards)


def stored(folder: Path) -> Path:
    """A store in this folder with all of these reports, as the command makes it."""
    for identity, text in TEXTS.items():
        (folder / identity).mkdir()
        (folder / identity / "source.txt").write_text(text, encoding="utf-8")
        organ, place = BODIES[identity]
        year = identity[-4:]
        title = f"{organ}{year}年政府信息公开工作年度报告"
        card = {"id": identity, "title": title, "organ": organ, "place": place, "year": int(year)}
        (folder / identity / "card.yaml").write_text(json.dumps(card), encoding="utf-8")
    store = folder / "store.db"
    reports = sorted(map(str, folder.iterdir()))
    done = gongkai("compile", *reports, "--store", str(store), "--jobs", "1")
    assert done.returncode == 0, done.stderr.decode()
    return store


def say(turns: Sequence[str], *identities: str) -> Answer:
    """The answer to the last of these turns, after the ones before."""
    made = assistant(*identities)
    answer = made.answer(turns[-1], tuple(turns[:-1]))
    for citation in answer.citations:
        report = made.report(citation.report)
        assert report and report.source[citation.start : citation.end] == citation.quote
    return answer


def ask(question: str, *identities: str) -> Answer:
    """The answer to one question over these reports."""
    return say((question,), *identities)
