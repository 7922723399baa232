"""Standard tables that lost their grid: what the form proves is read, and nothing else is a figure."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from assistant import Assistant
from assistant.compiler.proved import width_of
from assistant.compiler.standard import StandardTable
from assistant.compiler.standard_files import read_standard
from assistant.folders import knowledge_folder
from assistant.language.numerals import find
from assistant.model import Figure, Report
from assistant.proof import Source, check
from assistant.proof.files import table_rows
from tests.compiling import compiler, over, proved

CARD = ("临河县2023年政府信息公开工作年度报告", "临河县人民政府", "临河县", "2023")
UNPLACED = "没有放进表格"
# The rows of the form of 2021: their labels, and 自然人, 商业企业 … 总计 of an invented county.
ROWS = (
    ("一、本年新收政府信息公开申请数量", (40, 6, 0, 1, 2, 0, 49)),
    ("二、上年结转政府信息公开申请数量", (3, 0, 0, 0, 0, 1, 4)),
    ("（一）予以公开", (11, 2, 0, 0, 0, 0, 13)),
    ("（二）部分公开", (5, 0, 0, 0, 1, 0, 6)),
    ("1.属于国家秘密", (0, 0, 0, 0, 0, 0, 0)),
    ("2.其他法律行政法规禁止公开", (1, 0, 0, 0, 0, 0, 1)),
    ("3.危及“三安全一稳定”", (0, 0, 0, 0, 0, 0, 0)),
    ("4.保护第三方合法权益", (2, 1, 0, 0, 0, 0, 3)),
    ("5.属于三类内部事务信息", (0, 0, 0, 0, 0, 0, 0)),
    ("6.属于四类过程性信息", (1, 0, 0, 0, 0, 0, 1)),
    ("7.属于行政执法案卷", (0, 0, 0, 0, 0, 0, 0)),
    ("8.属于行政查询事项", (0, 0, 0, 0, 0, 1, 1)),
    ("1.本机关不掌握相关政府信息", (9, 1, 0, 1, 0, 0, 11)),
    ("2.没有现成信息需要另行制作", (0, 0, 0, 0, 0, 0, 0)),
    ("3.补正后申请内容仍不明确", (2, 0, 0, 0, 0, 0, 2)),
    ("1.信访举报投诉类申请", (4, 0, 0, 0, 0, 0, 4)),
    ("2.重复申请", (0, 0, 0, 0, 0, 0, 0)),
    ("3.要求提供公开出版物", (0, 0, 0, 0, 0, 0, 0)),
    ("4.无正当理由大量反复申请", (0, 0, 0, 0, 0, 0, 0)),
    ("5.要求行政机关确认或重新出具已获取信息", (1, 0, 0, 0, 0, 0, 1)),
    ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", (2, 1, 0, 0, 0, 0, 3)),
    ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", (0,) * 7),
    ("3.其他", (1, 0, 0, 0, 1, 0, 2)),
    ("（七）总计", (39, 5, 0, 1, 2, 1, 48)),
    ("四、结转下年度继续办理", (4, 1, 0, 0, 0, 0, 5)),
)
HEAD = """一、总体情况
2023年，我县主动公开政府信息1250条。
三、收到和处理政府信息公开申请情况
申请人情况
法人或其他组织
（本列数据的勾稽关系为：第一项加第二项之和，
社会法律
组织机构
| 等于第三项加第四项之和） | 自然人 | 商业 | 科研 | 总计 |
|---|---|---|---|---|
"""
REVIEW = """四、政府信息公开行政复议、行政诉讼情况
行政复议行政诉讼
结果结果其他尚未
注：行政复议、行政诉讼数量含上年度结转数量。
| 维持 | 纠正 | 结果 | 审结 | 总计 | 总计 |
|---|---|---|---|---|---|
| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 | 2 | 0 | 0 | 1 | 3 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""
END = """五、存在的主要问题及改进情况
一是公开的内容还不够全面。
"""
BARE = frozenset(ROWS[at][0] for at in (3, 8, 13, 18, 20))

Row = tuple[str, tuple[int | str, ...]]


def pipes(label: str, numbers: tuple[int | str, ...]) -> str:
    """One small table for each row, as an extractor leaves it."""
    cells = [*([label] if label else []), *map(str, numbers)]
    return f"| {' | '.join(cells)} |\n{'|---' * len(cells)}|\n"


def torn(bare: frozenset[str] = BARE, rows: tuple[Row, ...] = ROWS) -> str:
    """The table in small pieces; the labels of some rows stand away from their numbers."""
    pieces = []
    for at, (label, numbers) in enumerate(rows):
        pieces.append(pipes("" if label in bare else label, numbers))
        if label in bare:
            pieces.append(f"\n{label[:8]}\n{label[8:]}\n" if at % 2 else "\n（四）无2.没有现成\n")
    return HEAD + "".join(pieces)


def changed(at: int, label: str, numbers: tuple[int | str, ...]) -> tuple[Row, ...]:
    return (*ROWS[:at], (label, numbers), *ROWS[at + 1 :])


@cache
def read(source: str) -> Report:
    identity, card = "linhe-2023", CARD
    fields = dict(zip(("title", "organ", "place", "year"), card, strict=True))
    report = compiler().read(source, {"id": identity, **fields})
    entries = {e.start for e in report.ledger}
    numerals = [n for n in find(source) if n.text[0].isascii()]
    assert all(n.start in entries for n in numerals)
    return report


def cells(source: str) -> tuple[Figure, ...]:
    return tuple(f for f in read(source).figures if f.table)


def placed(source: str) -> dict[tuple[str, str], str]:
    return {(f.measure, f.member): f"{f.value}{f.unit}" for f in cells(source)}


def unplaced(source: str) -> list[str]:
    return [e.text for e in read(source).ledger if e.reason == UNPLACED]


def table_of(identity: str) -> StandardTable:
    found = read_standard(knowledge_folder() / "terms")
    return next(table for table in found if table.id == identity)


def test_rows_without_labels_stand_where_the_form_has_them() -> None:
    found = placed(torn())
    assert len(found) == 25 * 7
    assert found["部分公开", "自然人"] == "5件"
    assert found["无法提供/没有现成信息需要另行制作", "总计"] == "0件"
    name = "其他处理/申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    assert [found[name, c] for c in ("自然人", "商业企业", "总计")] == ["2件", "1件", "3件"]
    assert not [text for text in unplaced(torn()) if text != "2"]


def test_a_cell_of_a_torn_table_is_like_any_other() -> None:
    figures = {(f.measure, f.member): f for f in cells(torn())}
    part, whole = figures["部分公开", "法律服务机构"], figures["部分公开", "总计"]
    assert part.row == ("本年度办理结果", "部分公开")
    assert part.column == ("法人或其他组织", "法律服务机构")
    assert part.part_of == whole.id
    assert whole.part_of == figures["本年度办理结果总计", "总计"].id
    assert part.section == "三、收到和处理政府信息公开申请情况"


def test_pieces_of_a_torn_table_are_no_prose() -> None:
    report = read(torn() + REVIEW + END)
    assert [s.heading for s in report.sections if s.level == 1] == [
        "总体情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
    ]
    prose = [f for f in report.figures if not f.table]
    assert [f.text for f in prose] == ["1250条"]


def test_the_form_before_2021_has_one_row_for_other_ways() -> None:
    old = (*ROWS[:20], ("（六）其他处理", (3, 1, 0, 0, 1, 0, 5)), *ROWS[23:])
    found = placed(torn(BARE - {ROWS[20][0]}, old))
    assert len(found) == 23 * 7
    assert found["其他处理", "总计"] == "5件"


def test_text_without_pipes_is_read_by_the_same_rule() -> None:
    lines = [f"{label} {' '.join(map(str, numbers))}" for label, numbers in ROWS]
    flat = HEAD.partition("| 等于")[0] + "\n".join(lines) + "\n" + END
    assert placed(flat) == placed(torn())
    cell_a_line = HEAD.partition("| 等于")[0] + "\n".join(" ".join(lines).split()) + "\n" + END
    assert placed(cell_a_line) == placed(torn())


def test_a_label_that_is_cut_off_agrees_with_its_row() -> None:
    rows = changed(20, "行政机关不再处理其政府信息公", ROWS[20][1])
    assert placed(torn(BARE - {ROWS[20][0]}, rows)) == placed(torn())


def test_an_empty_cell_leaves_its_row_to_the_sums() -> None:
    rows = changed(24, ROWS[24][0], (4, 1, 0, 0, 0, 0, ""))
    found = placed(torn(rows=rows))
    assert found["结转下年度继续办理", "自然人"] == "4件"
    assert ("结转下年度继续办理", "总计") not in found
    wrong = changed(24, ROWS[24][0], (4, 2, 0, 0, 0, 0, ""))
    assert ("结转下年度继续办理", "自然人") not in placed(torn(rows=wrong))


NEAR_MISSES: dict[str, tuple[Row, ...]] = {
    "a row too many": (*ROWS[:8], ("", (0,) * 7), *ROWS[8:]),
    "a row too few": (*ROWS[:13], *ROWS[14:]),
    "a sum from top to bottom that does not hold": changed(3, "", (6, 0, 0, 0, 1, 0, 7)),
    "a sum from left to right that does not hold": changed(3, "", (5, 0, 0, 0, 1, 0, 7)),
    "a label that says another row": changed(2, "1.属于国家秘密", ROWS[2][1]),
    "a label that no row has": changed(4, "其他渠道公开", ROWS[4][1]),
    "new and carried over are not done and carried on": changed(24, "", (5, 0, 0, 0, 0, 0, 5)),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_what_order_alone_would_place_is_left_where_it_is_not_proved(name: str) -> None:
    source = torn(rows=NEAR_MISSES[name])
    found = placed(source)
    assert ("不予公开/属于三类内部事务信息", "总计") not in found
    assert ("无法提供/没有现成信息需要另行制作", "总计") not in found
    # Rows with a label of their own are still read.
    assert found["不予公开/保护第三方合法权益", "总计"] == "3件"
    assert len(unplaced(source)) >= 7 * 4
    assert all(f.measure and f.member for f in cells(source))


def test_a_row_of_another_width_is_no_figure() -> None:
    source = torn(rows=changed(5, ROWS[5][0], (1, 0, 0, 0, 1)))
    assert ("不予公开/其他法律行政法规禁止公开", "总计") not in placed(source)
    assert unplaced(source)[:5] == ["0"] * 5 or "1" in unplaced(source)


def test_the_row_of_reviews() -> None:
    found = placed(REVIEW)
    assert len(found) == width_of(table_of("review")) == 15
    assert found["行政复议", "尚未审结"] == "2"
    assert found["行政诉讼/复议后起诉", "总计"] == "3"


@pytest.mark.parametrize(
    "row",
    [
        "| 3 | 1 | 0 | 2 | 7 | 0 | 0 | 1 | 0 | 1 | 2 | 0 | 0 | 1 | 3 |",
        "| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 | 2 | 0 | 0 | 1 |",
    ],
)
def test_a_row_of_reviews_that_does_not_add_up_is_left(row: str) -> None:
    good = next(line for line in REVIEW.splitlines() if line.startswith("| 3"))
    source = REVIEW.replace(good, row)
    assert not cells(source)
    assert len(unplaced(source)) == row.count("|") - 1
    twice = REVIEW.replace(good, f"{good}\n{good}")
    assert not cells(twice)


DISCLOSURE = """二、主动公开政府信息情况
第二十条第（一）项
22
（其中修订 16 件）
第二十条第（五）项
信息内容本年处理决定数量
行政许可 310
第二十条第（六）项
信息内容本年处理决定数量
行政处罚 0
行政强制2
第二十条第（八）项
信息内容本年收费金额（单位：元）
行政事业性收费 950
— 4 —
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
|---|---|---|---|
## 表二：主动公开政府信息情况
| 规章 | 2 | 9 |
|---|---|---|
| 行政规范性文件 | 12 | 3 | 41 |
|---|---|---|---|
"""


def test_a_label_and_its_number_under_a_head_in_the_text() -> None:
    found = placed(DISCLOSURE)
    assert found["行政许可", "本年处理决定数量"] == "310"
    assert found["行政处罚", "本年处理决定数量"] == "0"
    assert found["行政强制", "本年处理决定数量"] == "2"
    assert found["行政事业性收费", "本年收费金额"] == "950元"
    assert found["行政规范性文件", "现行有效件数"] == "41件"


def test_a_row_with_a_cell_torn_out_is_no_figure() -> None:
    assert not [f for f in cells(DISCLOSURE) if f.measure == "规章"]
    assert unplaced(DISCLOSURE) == ["22", "16", "2", "9"]


SMALL = """二、工作情况
我县坚持公开为常态。
| 规章 | 22 | 235 |
|---|---|---|
"""


def test_small_rows_without_title_and_head_are_no_figures() -> None:
    assert not cells(SMALL)
    assert unplaced(SMALL) == ["22", "235"]
    wide = SMALL.replace("| 规章 | 22 | 235 |", "| 重复申请 | 2 | 0 | 1 | 0 | 0 | 0 | 3 |")
    assert placed(wide)["不予处理/重复申请", "科研机构"] == "1件"
    assert not cells(wide.replace("| 3 |", "| 4 |"))
    # A table of its own, with one number for each row, says what it says.
    assert [f.what for f in cells(SMALL.replace(" | 235", ""))] == ["规章"]


def test_prose_between_title_and_table_stays_prose() -> None:
    said = "本年新增公开\n办事指南 17 份，\n群众满意。\n"
    source = DISCLOSURE.replace(
        "信息情况\n第二十条第（一）", f"信息情况\n{said}第二十条第（一）", 1
    )
    lines = source.replace("第二十条第（一）项\n22", "\n\n第二十条第（一）项\n22")
    assert "17" in [str(f.value) for f in read(lines).figures if not f.table]


@cache
def assistant() -> Assistant:
    return over({"linhe-2023": DISCLOSURE + torn() + REVIEW + END}, {"linhe-2023": CARD})


ASKED = {
    "部分公开的申请有多少件": "6件",
    "自然人申请部分公开的有几件": "5件",
    "没有现成信息需要另行制作的有几件": "0件",
    "逾期不补正的有多少件": "3件",
    "本年新收政府信息公开申请多少件": "49件",
    "结转下年度继续办理的有多少件": "5件",
    "行政复议尚未审结的有几件": "2件",
    "复议后起诉总计多少件": "3件",
    "行政处罚多少件": "0件",
    "行政许可多少件": "310件",
}


@pytest.mark.parametrize("question", ASKED)
def test_questions_over_torn_tables_are_answered_and_proved(question: str) -> None:
    answer = proved(assistant(), question)
    assert [v.text for v in answer.values] == [ASKED[question]]
    text = DISCLOSURE + torn() + REVIEW + END
    source = Source(text, hashlib.sha256(text.encode()).hexdigest(), CARD[0])
    assert not list(check(answer.to_dict(), {"linhe-2023": source}))


def test_a_row_cited_for_another_is_no_proof() -> None:
    """The proof knows by itself what a row without a label is called."""
    text = DISCLOSURE + torn() + REVIEW + END
    source = Source(text, hashlib.sha256(text.encode()).hexdigest(), CARD[0])
    answer = proved(assistant(), "部分公开的申请有多少件").to_dict()
    asked = answer | {"question": "没有现成信息需要另行制作的有几件"}
    assert "word" in {fault.kind for fault in check(asked, {"linhe-2023": source})}


def test_what_is_not_placed_is_evidence_for_nothing() -> None:
    source = torn(rows=NEAR_MISSES["a row too many"])
    card = {"linhe-2023": CARD}
    answer = over({"linhe-2023": source}, card).answer("没有现成信息需要另行制作的有几件")
    assert answer.status == "unanswered"
    answer = over({"linhe-2023": DISCLOSURE}, card).answer("规章制发了多少件")
    assert answer.status == "unanswered"


def test_the_proof_knows_the_same_forms() -> None:
    rows = table_rows(knowledge_folder() / "proof" / "forms.tsv", 3)
    for identity in ("applications", "review"):
        table = table_of(identity)
        words = {"title": {table.title, *table.titles}}
        outer = {line.path[:-1] for line in (*table.rows, *table.columns)}
        words["column"] = {" ".join(c.path) for c in table.columns if c.path not in outer}
        now = {" ".join(r.path) for r in table.rows if r.path not in outer}
        for part, expected in words.items():
            assert {w for form, p, w in rows if (form, p) == (identity, part)} == expected
        assert {w for form, p, w in rows if form == identity and p in ("row", "row+")} == now
