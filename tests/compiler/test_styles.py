"""Sentences in the manner of many governments, with the figures that they hold.

Written down from the genre before the compiler's rules were, in the styles of townships, counties,
districts, bureaus, cities and provinces. A figure reads `12.5万元`; a sign after it is its bound
(`>` more, `<` less, `≥` at least, `≤` at most, `≈` about); `→` before it marks a plan; `0` alone is a
zero in words, `@` a document number or a frequency.
"""

from __future__ import annotations

import pytest

from assistant.language.numerals import plain
from assistant.model import Figure
from tests.compiler.test_figures import figures, read

SIGNS = {"exact": "", "more": ">", "less": "<", "at_least": "≥", "at_most": "≤", "about": "≈"}

SENTENCES = [
    # a north-eastern county, 2010
    ("2016年，全县各级各部门共主动公开政府信息23,457条，较上年增加3,102条，增长15.2%。", "23457条 3102条 15.2%"),
    ("其中：文件类信息1,203条，占5.1%；动态类信息18,650条，占79.5%；其他信息3,604条，占15.4%。",
     "1203条 5.1% 18650条 79.5% 3604条 15.4%"),
    ("县档案馆、县图书馆、县政务服务中心3处查阅点接待群众4 312人次。", "3处 4312人次"),
    ("我县先后召开协调会、推进会五次，下发督办通知二十七份，通报批评单位三家。", "5次 27份 3家"),
    ("全县没有发生一起因政府信息公开引发的行政复议和行政诉讼。", "0"),
    # a municipal bureau, 2020
    ("我局全年收到政府信息公开申请14件，其中网络申请9件、信函申请4件、当面申请1件，均已按期答复。",
     "14件 9件 4件 1件"),
    ("全年办理人大代表建议21件、政协提案35件，办结率、满意率均为100%。", "21件 35件 100%"),
    ("局门户网站发布信息1862条，“临江住建”微信公众号推送图文431篇，粉丝数达2.6万。", "1862条 431篇 2.6万"),
    ("行政复议、行政诉讼案件均为零。", "0"),
    ("严格落实“三审三校”制度，对134篇稿件进行了保密审查，撤回2篇。", "134篇 2篇"),
    # a province, 2017
    ("全省各级行政机关主动公开政府信息768.35万条，同比增长12.6%，其中省政府部门公开41.2万条，市县两级公开727.15万条。",
     "768.35万条 12.6% 41.2万条 727.15万条"),
    ("全省共收到政府信息公开申请38 612件，同比下降4.3个百分点。", "38612件 4.3个百分点"),
    ("省政府门户网站日均访问量超过120万人次，最高单日达301.7万人次。", "120万人次> 301.7万人次"),
    ("省政府常务会议4次专题研究政务公开工作，省长、副省长先后作出批示17次。", "4次 17次"),
    ("收取检索、复制、邮寄等费用4.7万元，减免费用1.1万元。", "4.7万元 1.1万元"),
    # a street office in a big city, 2022
    ("街道共有社区居委会19个，设立政务公开专区1个、政务公开角18处。", "19个 1个 18处"),
    ("全年公开信息总数为356，其中新增公文类42。", "356 42"),
    ("受理“12345”市民热线工单5,817件，先行联系率、按时办结率分别为99.8%和100%。", "5817件 99.8% 100%"),
    ("接待来访、来电咨询分别为86人次、213人次。", "86人次 213人次"),
    ("未收取任何费用，无复议、诉讼。", "0 0"),
    # an autonomous county in the south-west, 2014
    ("一年来，全县11个乡镇、86个行政村累计更新公开栏3至5次，张贴各类公示一千二百余份。", "11个 86个 3次≥ 5次≤ 1200份>"),
    ("培训双语信息员两期八十六人次，发放双语手册近4000册。", "2期 86人次 4000册≈"),
    ("县级财政投入资金三十八万元，用于改造网站。", "380000元"),
    ("十余个部门开通了微博，粉丝合计逾5万人。", "10个> 5万人>"),
    ("向群众发送手机短信约1.8万条次，广播播出300余次。", "1.8万条次≈ 300次>"),
    # a city in the east, 2018
    ("市本级收到申请412件，办结408件，其中公开229件，占56.1%；不予公开17件，占4.2%；信息不存在88件，占21.6%；其他74件，占18.1%。",
     "412件 408件 229件 56.1% 17件 4.2% 88件 21.6% 74件 18.1%"),
    ("全市共发生行政复议案件36件（维持25件、纠错6件、其他5件），行政诉讼案件21件（维持或驳回16件、纠错2件、尚未审结3件）。",
     "36件 25件 6件 5件 21件 16件 2件 3件"),
    ("召开新闻发布会32场次，主要负责同志参加11场次；在线访谈24次；回应热点舆情156次。",
     "32场次 11场次 24次 156次"),
    ("建成“一张网”平台，归集数据2.3亿条、共享接口1400多个。", "2.3亿条 1400个>"),
    ("拆除违建38.6万平方米，绿化面积新增1,250亩。", "38.6万平方米 1250亩"),
    # a township, 2012
    ("我镇辖12个村3个居委会，总人口4.3万人。", "12个 3个 4.3万人"),
    ("镇村干部培训三场，每场40人左右。", "3场 40人≈"),
    ("发放低保金、五保金共计215户486人，金额91.4万元。", "215户 486人 91.4万元"),
    ("便民服务大厅每周开放六天，每天接待群众60余人。", "6天 60人>"),
    ("全年没有收到依申请公开的申请，也未发生收费。", "0 0"),
    # a district, 2021
    ("2021年，区政府信息公开办共收到申请67件，上年结转5件，本年办结70件，结转下年2件。", "67件 5件 70件 2件"),
    ("较2015年的58件增加9件，增幅15.5%。", "58件 9件 15.5%"),
    ("信息按时更新率由92%提高到98.5%。", "92% 98.5%"),
    ("全区45家单位中，有7家单位全年公开信息不足20条。", "45家 7家 20条<"),
    ("约六成申请涉及拆迁补偿。", "60%≈"),
    # a commission, 2023
    ("本机关2016年12月31日前制发规范性文件6件，废止2件，现行有效31件。", "6件 2件 31件"),
    ("答复时限由20个工作日缩短至12个工作日以内。", "20个工作日 12个工作日≤"),
    ("解读材料图解56个、视频12部、音频3段，H5作品4件。", "56个 12部 3段 4件"),
    ("对28家直属单位、3所高校开展测评，平均得分91.26分。", "28家 3所 91.26分"),
    ("依据《保密法》第十四条不予公开1件，依据《条例》第15条不予公开2件。", "1件 2件"),
    # a development zone, 2019
    ("园区网站全年访问量突破百万次，独立IP超过3.5万个。", "1000000次> 3.5万个>"),
    ("受理咨询：电话1,034次、来访212人次、网络98条。", "1034次 212人次 98条"),
    ("按申请主体分，自然人31件，法人9件；按申请方式分，当面5件，网络28件，邮寄7件。",
     "31件 9件 5件 28件 7件"),
    ("《临江政报》每季度出刊1期，每期发行2000份，全年免费赠阅8000份。", "1期 2000份 8000份"),
    ("政策文件、办事指南、公告公示分别公开122条、87条、403条。", "122条 87条 403条"),
    # plans, and numerals that are no figures
    ("下一步，力争2017年主动公开信息突破5000条，培训不少于4次。", "→5000条> →4次≥"),
    ("2017年计划新建查阅点6处，投入20万元。", "→6处 →20万元"),
    ("根据《关于做好年报编制工作的通知》（临政办发〔2016〕58号）要求，现公布本年度报告。", "@临政办发〔2016〕58号"),
    ("联系地址：临江市滨河路128号3楼305室，邮编：134600，联系电话：0439-5223344，传真：5223345。", ""),
    ("深化“放管服”改革，推进“一窗受理”“最多跑一次”，开展第三方评估，落实“1+3+N”体系。", ""),
    ("实行三级审核、两级把关，坚持统一领导、一票否决，做到件件有回音。", ""),
    ("《政府信息公开条例》第二十条第十五款、国务院令第711号、GB/T 1234标准。", ""),
    ("网站于2016年3月1日改版，9时30分正式上线，由V1.0升级为V2.0。", ""),
    ("有关情况可登录www.linjiang2016.gov.cn查询，或拨打12345、8008202000。", ""),
    ("数据统计期限自2016年1月1日起至2016年12月31日止，本报告共分八个部分。", ""),
    ("每月5日前公开财政收支，每半年检查一次，连续8个季度零投诉。", "8个季度"),
    ("政务公开栏定期更换，每季度一次。", "@每季度"),
]  # fmt: skip


def written(figure: Figure) -> str:
    if figure.kind in ("document", "frequency"):
        return "@" + figure.text.removesuffix("一次")
    if figure.kind == "zero":
        return "0"
    value = plain(figure.value) if figure.value is not None else "?"
    plan = "→" if figure.kind == "target" else ""
    return f"{plan}{value}{figure.unit}{SIGNS[figure.bound]}"


def written_all(text: str) -> str:
    """The figures as written; frequencies beside other figures are left out."""
    found = figures(text)
    if any(f.value is not None for f in found):
        found = tuple(f for f in found if f.kind != "frequency")
    return " ".join(map(written, found))


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_figures(text: str, expected: str) -> None:
    assert written_all(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES])
def test_every_digit_is_in_the_ledger(text: str) -> None:
    report = read(text)
    for at, char in enumerate(text):
        if char.isdigit():
            entries = [e for e in report.ledger if e.start <= at < e.end]
            assert entries, (at, char)
            assert all(e.reason and e.reason != "没有读懂" for e in entries), entries
    for figure in report.figures:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.start <= figure.number[0] <= figure.number[1] <= figure.end
