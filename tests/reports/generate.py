"""Invented reports in the shapes of the three eras, for tests that need many of them.

python tests/reports/generate.py FOLDER [--count N] [--seed S]

The places do not exist, the figures are drawn by the seed, and what should add up does. The same
seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

FIRST = {
    **{"临": "lin", "青": "qing", "白": "bai", "金": "jin", "石": "shi", "云": "yun", "南": "nan"},
    **{"北": "bei", "东": "dong", "西": "xi", "上": "shang", "新": "xin", "平": "ping", "安": "an"},
    **{"永": "yong", "长": "chang", "大": "da", "龙": "long", "凤": "feng", "宝": "bao"},
}
SECOND = {
    **{"江": "jiang", "山": "shan", "河": "he", "川": "chuan", "原": "yuan", "溪": "xi"},
    **{"岭": "ling", "泉": "quan", "湖": "hu", "浦": "pu", "台": "tai", "坪": "ping", "塘": "tang"},
    **{"桥": "qiao", "林": "lin", "谷": "gu", "阳": "yang", "门": "men", "城": "cheng", "渡": "du"},
}
KINDS = ("市", "县", "区")
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
SHARES = (80, 9, 1, 2, 5, 3)
HANDLED = (
    ("（一）予以公开", ("",)),
    ("（二）部分公开", ("",)),
    (
        "（三）不予公开",
        (
            *("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"),
            *("4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息"),
            *("7.属于行政执法案卷", "8.属于行政查询事项"),
        ),
    ),
    (
        "（四）无法提供",
        ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"),
    ),
    (
        "（五）不予处理",
        (
            *("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物"),
            *("4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息"),
        ),
    ),
    ("（六）其他处理", ("1.逾期不补正", "2.逾期不缴费", "3.其他")),
)
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结")


@dataclass(frozen=True)
class Made:
    """A report as it would be published, with its card."""

    id: str
    title: str
    organ: str
    place: str
    year: int
    text: str

    def card(self) -> str:
        return (
            f"id: {self.id}\ntitle: {self.title}\norgan: {self.organ}\n"
            f"place: {self.place}\nyear: {self.year}\n"
        )


def reports(count: int, seed: int = 1) -> Iterator[Made]:
    """So many reports, each of another place or year, the eras taking turns."""
    draw = Random(seed)
    names = [
        (a + b, FIRST[a] + SECOND[b], kind)
        for (a, b), kind in product(product(FIRST, SECOND), KINDS)
    ]
    draw.shuffle(names)
    used: set[str] = set()
    eras = (
        (prose, range(2008, 2014)),
        (statistics, range(2014, 2019)),
        (standard, range(2019, 2025)),
    )
    at = 0
    while len(used) < count:
        write, years = eras[at % len(eras)]
        name, spelt, kind = names[at // 3 % len(names)]
        year = draw.choice(years)
        at += 1
        suffix = {"市": "", "县": "xian", "区": "qu"}[kind]
        identity = f"{spelt}{suffix}-{year}"
        if identity in used:
            continue
        used.add(identity)
        place = name + kind
        title = f"{place}{year}年政府信息公开工作年度报告"
        text = write(draw, place, kind, year)
        yield Made(identity, title, f"{place}人民政府", place, year, f"{title}\n{text}")


def write_all(folder: Path, count: int, seed: int = 1) -> list[str]:
    """Write so many reports as folders; their ids."""
    found = []
    for made in reports(count, seed):
        home = folder / made.id
        home.mkdir(parents=True, exist_ok=True)
        (home / "source.txt").write_bytes(made.text.encode())
        (home / "card.yaml").write_text(made.card(), encoding="utf-8")
        found.append(made.id)
    return found


def split(draw: Random, total: int, parts: int) -> list[int]:
    """A total in so many parts, some of which may be nothing."""
    cuts = sorted(draw.randint(0, total) for _ in range(parts - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]


# --------------------------------------------------------------------------- to 2013: prose


def prose(draw: Random, place: str, kind: str, year: int) -> str:
    total = draw.randint(2000, 90000)
    law, plan, work = split(draw, total, 3)
    asked = draw.randint(5, 400)
    net, desk, mail = split(draw, asked, 3)
    given, partly, refused = split(draw, asked, 3)
    staff, meetings, trained = draw.randint(20, 300), draw.randint(1, 9), draw.randint(60, 900)
    money = f"{draw.randint(3, 90)}.{draw.randint(1, 9)}"
    claims = (
        "没有发生因政府信息公开申请行政复议、提起行政诉讼的情况。"
        if draw.random() < 0.5
        else f"收到行政复议申请{draw.randint(1, 9)}件,均已办结。没有行政诉讼案件发生。"
    )
    return f"""本报告依据《中华人民共和国政府信息公开条例》编制,数据统计期限为{year}年1月1日至12月31日。
一、概述
{year}年,全{kind}各级行政机关认真落实条例。全{kind}配备信息公开工作人员{staff}名,召开工作会议{meetings}次,培训{trained}人次,安排专项工作经费{money}万元。
二、主动公开政府信息的情况
全年主动公开政府信息{total}条,其中政策法规类{law}条,规划计划类{plan}条,工作动态类{work}条。{kind}政府公报出版{draw.randint(4, 24)}期,每期印发{draw.randint(3, 40)}00册。
三、依申请公开政府信息的情况
全年受理政府信息公开申请{asked}件。从提交方式看,网上提交{net}件,当面提交{desk}件,信函提交{mail}件。答复结果为:同意公开{given}件,部分公开{partly}件,不予公开{refused}件。
四、收费及减免情况
{"全年未收取任何费用。" if draw.random() < 0.6 else f"全年收取检索、复制费用{draw.randint(20, 900)}元。"}
五、行政复议、行政诉讼情况
{claims}
六、存在的主要问题和改进措施
主要问题是公开内容不够全面,更新不够及时。下一步将完善制度,加强督查,拓宽公开渠道。
"""


# --------------------------------------------------------------------------- 2014–2018: a table


def statistics(draw: Random, place: str, kind: str, year: int) -> str:
    total = draw.randint(3000, 150000)
    ways = split(draw, total, 5)
    asked = draw.randint(10, 900)
    modes = split(draw, asked, 4)
    done = asked - draw.randint(0, min(9, asked))
    late = draw.randint(0, min(20, done))
    replies = split(draw, done, 6)
    review, court = draw.randint(0, 40), draw.randint(0, 20)
    reviews, courts = split(draw, review, 3), split(draw, court, 3)
    staff = draw.randint(30, 900)
    full = draw.randint(1, staff - 1)
    rules = draw.randint(5, 300)
    rows: list[tuple[str, str, object]] = [
        ("一、主动公开情况", "——", "——"),
        ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", total),
        ("其中：主动公开规范性文件数", "条", rules),
        ("制发规范性文件总数", "件", rules + draw.randint(0, 9)),
        ("（二）通过不同渠道和方式公开政府信息的情况", "——", "——"),
        *zip(
            (
                *(
                    "1.政府公报公开政府信息数",
                    "2.政府网站公开政府信息数",
                    "3.政务微博公开政府信息数",
                ),
                *("4.政务微信公开政府信息数", "5.其他方式公开政府信息数"),
            ),
            ["条"] * 5,
            ways,
            strict=True,
        ),
        ("二、回应解读情况", "——", "——"),
        (
            "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
            "次",
            draw.randint(5, 500),
        ),
        ("（二）通过不同渠道和方式回应解读的情况", "——", "——"),
        ("1.参加或举办新闻发布会总次数", "次", draw.randint(1, 80)),
        ("2.政府网站在线访谈次数", "次", draw.randint(1, 50)),
        ("3.政策解读稿件发布数", "篇", draw.randint(5, 600)),
        ("三、依申请公开情况", "——", "——"),
        ("（一）收到申请数", "件", asked),
        *zip(
            ("1.当面申请数", "2.传真申请数", "3.网络申请数", "4.信函申请数"),
            ["件"] * 4,
            modes,
            strict=True,
        ),
        ("（二）申请办结数", "件", done),
        ("1.按时办结数", "件", done - late),
        ("2.延期办结数", "件", late),
        ("（三）申请答复数", "件", done),
        *zip(
            (
                *("1.属于已主动公开范围数", "2.同意公开答复数", "3.同意部分公开答复数"),
                *("4.不同意公开答复数", "5.不属于本行政机关公开数", "6.申请信息不存在数"),
            ),
            ["件"] * 6,
            replies,
            strict=True,
        ),
        ("四、行政复议数量", "件", review),
        *zip(
            ("（一）维持具体行政行为数", "（二）被依法纠错数", "（三）其他情形数"),
            ["件"] * 3,
            reviews,
            strict=True,
        ),
        ("五、行政诉讼数量", "件", court),
        *zip(
            (
                *("（一）维持具体行政行为或者驳回原告诉讼请求数", "（二）被依法纠错数"),
                "（三）其他情形数",
            ),
            ["件"] * 3,
            courts,
            strict=True,
        ),
        ("六、举报投诉数量", "件", draw.randint(0, 9)),
        ("七、依申请公开信息收取的费用", "万元", f"0.{draw.randint(1, 99):02d}"),
        ("八、机构建设和保障经费情况", "——", "——"),
        ("（一）政府信息公开工作专门机构数", "个", draw.randint(2, 120)),
        ("（二）设置政府信息公开查阅点数", "个", draw.randint(2, 300)),
        ("（三）从事政府信息公开工作人员数", "人", staff),
        ("1.专职人员数（不包括政府公报及政府网站工作人员数）", "人", full),
        ("2.兼职人员数", "人", staff - full),
        ("九、政府信息公开会议和培训情况", "——", "——"),
        ("（一）召开政府信息公开工作会议或专题会议数", "次", draw.randint(2, 180)),
        ("（二）举办各类培训班数", "次", draw.randint(1, 140)),
        ("（三）接受培训人员数", "人次", draw.randint(90, 9000)),
    ]
    table = "\n".join(f"| {name} | {unit} | {value} |" for name, unit, value in rows)
    return f"""
本报告依据《中华人民共和国政府信息公开条例》编制，数据统计期限为{year}年1月1日至12月31日。

一、概述
{year}年，全{kind}公布权力清单{draw.randint(50, 4000)}项，整改政府网站{draw.randint(2, 90)}个。“{place[:-1]}发布”微博粉丝{draw.randint(2, 90)}万人。

二、主动公开政府信息情况
全{kind}主动公开政府信息{total}条，其中规范性文件{rules}条。{place}人民政府公报出版{draw.randint(4, 24)}期。

三、依申请公开情况
全{kind}收到政府信息公开申请{asked}件，办结{done}件，其中按时办结{done - late}件。

四、问题与改进
主要不足是部门之间进展不平衡，政策解读形式单一。下一年将细化主动公开目录，加强业务培训。

附表
政府信息公开情况统计表（{year}年度）
填报单位：{place}人民政府
| 统计指标 | 单位 | 统计数 |
| --- | --- | --- |
{table}
"""


# --------------------------------------------------------------------------- since 2019: six sections


def standard(draw: Random, place: str, kind: str, year: int) -> str:
    new = draw.randint(20, 4000)
    before = draw.randint(0, 90)
    after = draw.randint(0, min(100, new))
    done = new + before - after
    news = _by_applicant(draw, new)
    befores = _by_applicant(draw, before)
    afters = [
        min(a, n + b) for a, n, b in zip(_by_applicant(draw, after), news, befores, strict=True)
    ]
    after = sum(afters)
    done = new + before - after
    dones = [n + b - a for n, b, a in zip(news, befores, afters, strict=True)]
    rules = [draw.randint(0, 20), draw.randint(0, 10), draw.randint(1, 90)]
    norms = [draw.randint(1, 120), draw.randint(0, 90), draw.randint(20, 700)]
    outcomes = [_with_total([draw.randint(0, 40) for _ in OUTCOMES]) for _ in range(3)]
    reviews, direct, later = outcomes
    return f"""
一、总体情况
{year}年，{place}认真贯彻落实《中华人民共和国政府信息公开条例》。（一）主动公开。全年通过政府网站公开信息{draw.randint(500, 60000)}条，政务新媒体发布信息{draw.randint(300, 40000)}条，举办新闻发布会{draw.randint(2, 60)}场。（二）依申请公开。全{kind}新收政府信息公开申请{new}件，上年结转{before}件，办结{done}件。（三）监督保障。组织业务培训{draw.randint(1, 12)}次，参训{draw.randint(50, 2000)}人次。
二、主动公开政府信息情况
| 第二十条第（一）项 |  |  |  |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
{_row("规章", *rules)}
{_row("行政规范性文件", *norms)}
| 第二十条第（五）项 |  |  |  |
| 信息内容 | 本年处理决定数量 |  |  |
| 行政许可 | {draw.randint(900, 900000)} |  |  |
| 第二十条第（六）项 |  |  |  |
| 信息内容 | 本年处理决定数量 |  |  |
| 行政处罚 | {draw.randint(900, 900000)} |  |  |
| 行政强制 | {draw.randint(90, 9000)} |  |  |
| 第二十条第（八）项 |  |  |  |
| 信息内容 | 本年收费金额（单位：万元） |  |  |
| 行政事业性收费 | {draw.randint(90, 90000)}.{draw.randint(1, 99):02d} |  |  |
三、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |  |  | {" | ".join(APPLICANTS)} | 总计 |
{_row("一、本年新收政府信息公开申请数量", "", "", *_with_total(news))}
{_row("二、上年结转政府信息公开申请数量", "", "", *_with_total(befores))}
{_handled(draw, dones)}
{_row("四、结转下年度继续办理", "", "", *_with_total(afters))}
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |
| {" | ".join(OUTCOMES)} | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |
|  |  |  |  |  | {" | ".join(OUTCOMES)} | 总计 | {" | ".join(OUTCOMES)} | 总计 |
{_row(*reviews, *direct, *later)}
五、存在的主要问题及改进情况
一是主动公开的精准度有待提升；二是依申请公开答复的规范性有待加强。下一步，将加强政策解读，开展业务培训，提升公开质量。
六、其他需要报告的事项
{year}年，{place}{"未收取信息处理费" if draw.random() < 0.5 else f"收取信息处理费{draw.randint(10, 3000)}元"}。
"""


def _by_applicant(draw: Random, total: int) -> list[int]:
    drawn = draw.choices(range(len(APPLICANTS)), SHARES, k=total)
    return [drawn.count(at) for at in range(len(APPLICANTS))]


def _with_total(cells: Sequence[int]) -> list[int]:
    return [*cells, sum(cells)]


def _handled(draw: Random, dones: Sequence[int]) -> str:
    """三、本年度办理结果, whose rows add up to （七）总计 in every column."""
    size = sum(len(inner) for _, inner in HANDLED)
    columns = [split(draw, done, size) for done in dones]
    rows = iter([_with_total(cells) for cells in zip(*columns, strict=True)])
    lines = []
    for outer, inner in HANDLED:
        for at, name in enumerate(inner):
            first = "三、本年度办理结果" if not lines else ""
            lines.append(_row(first, outer if at == 0 else "", name, *next(rows)))
    lines.append(_row("", "（七）总计", "", *_with_total(dones)))
    return "\n".join(lines)


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = write_all(given.folder, given.count, given.seed)
    print(f"{len(found)} reports in {given.folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
