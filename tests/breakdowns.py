"""Two small reports full of breakdowns, written for tests, asked through the public face."""

from __future__ import annotations

from functools import cache

from assistant import Answer, Assistant
from assistant.compiled import make_index
from assistant.compiler.report import Compiler
from assistant.folders import knowledge_folder
from assistant.store import pack
from assistant.store.memory import MemoryStore
from tests.small import terms

WATER = """\
临江县2011年政府信息公开年度报告
一、主动公开政府信息的情况
全县全年主动公开政府信息2400条。从信息类别看,机构职能类120条,政策法规类480条,财政资金类360条,办事服务类1,320条,其他类120条。
从公开单位看,县直单位公开1,500条,乡镇公开900条。县直单位前三名是水务局210条、教育局180条、卫生局96条。
《临江公报》全年编印10期,每期印300份;县电视台《公开在线》播出24期。全县有12个乡镇。
二、依申请公开政府信息的情况
全年受理申请40件。从提交方式看,网上20件、当面12件、信函8件;从申请内容看,土地征收18件、社会保障14件、其他8件。
按受理单位分,东山镇9件、西塘乡4件、南湖镇16件、北岭乡11件。
县便民服务中心全年受理群众办事5230件,办结5210件。公示低保户125户340人。
三、收费情况
全年对3件申请收取检索费156元。其中,县国土局1件,收取60元;县教育局1件,收取20元;县民政局1件,收取76元。
"""

TABLE = """\
云河市2016年政府信息公开工作年度报告
一、概述
2016年,全市共召开专题会议6次,举办培训两次,每次45人。
二、统计表
|统计指标|单位|统计数|
|一、主动公开情况|||
|（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|9000|
|（二）通过不同渠道和方式公开政府信息的情况|||
|1.政府公报公开政府信息数|条|0|
|2.政府网站公开政府信息数|条|7200|
|3.政务微博公开政府信息数|条|640|
|4.政务微信公开政府信息数|条|910|
|5.其他方式公开政府信息数|条|250|
|三、依申请公开情况|||
|（一）收到申请数|件|80|
|1.当面申请数|件|24|
|2.传真申请数|件|0|
|3.网络申请数|件|44|
|4.信函申请数|件|12|
|（二）申请办结数|件|78|
|1.按时办结数|件|75|
|2.延期办结数|件|3|
|（三）申请答复数|件|78|
|1.属于已主动公开范围数|件|20|
|2.同意公开答复数|件|41|
|3.同意部分公开答复数|件|5|
|4.不同意公开答复数|件|12|
|其中：涉及国家秘密|件|1|
|涉及商业秘密|件|4|
|涉及个人隐私|件|7|
"""
CARDS = {
    "linjiang-2011": ("临江县2011年政府信息公开年度报告", "临江县人民政府", "临江县", "2011"),
    "yunhe-2016": ("云河市2016年政府信息公开工作年度报告", "云河市人民政府", "云河市", "2016"),
}
TEXTS = {"linjiang-2011": WATER, "yunhe-2016": TABLE}


@cache
def assistant() -> Assistant:
    """An assistant over both reports."""
    compiler, store = Compiler(knowledge_folder() / "terms"), MemoryStore(terms)
    for identity, text in TEXTS.items():
        title, organ, place, year = CARDS[identity]
        card = {"id": identity, "title": title, "organ": organ, "place": place, "year": year}
        report = compiler.read(text, card)
        store.save(pack(report, make_index(report, terms().names), terms().digest, ""))
    return Assistant(store=store)


def ask(question: str) -> Answer:
    """The answer over both reports; its citations are verbatim, its operands are cited."""
    answer = assistant().answer(question)
    for citation in answer.citations:
        source = next(r.source for r in assistant().reports if r.id == citation.report)
        assert source[citation.start : citation.end] == citation.quote
    return answer
