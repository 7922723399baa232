"""Small reports written for tests, asked through the public face; two of them are loaded together."""

from __future__ import annotations

from functools import cache

from assistant import Answer, Assistant
from assistant.compiled import make_index
from assistant.compiler.bundle import bundle
from assistant.compiler.report import Compiler
from assistant.folders import knowledge_folder
from assistant.store import Terms, pack, terms_of
from assistant.store.memory import MemoryStore

TOWN = """青石镇2013年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》和县政府办《关于编报2013年政府信息公开年度报告的通知》(临政办〔2014〕3号)要求,由青石镇党政办公室编制本报告,统计期限为2013年1月1日至12月31日。联系地址:青石镇人民路8号,邮编:321000,电话:0579-12345678。
一、概述
全镇12个村均设立信息公开栏。全年培训信息员2次。信息发布坚持“先审后发”的原则,执行两级审核。村级财务按“五议一公示”办理。
二、主动公开情况
全年主动公开政府信息210条,比上年增加30条。公开形式主要有:1.县政府网站青石专栏发布88条;2.镇公开栏张贴62期;3.村务公开栏每季度更新一次;4.大喇叭广播60次。
会上交办问题20个,年底前整改到位18个。群众来信办结率99.5%。
三、依申请公开情况
全年收到申请9件。9件申请均在15个工作日内答复,其中公开7件,不予公开1件(涉及商业秘密),延期1件系需征求第三方意见。
四、收费及减免情况
对三名残疾人申请人减免复印费20元。
五、行政复议、行政诉讼及举报情况
没有行政诉讼案件发生。行政复议1件,县政府予以维持。举报1件,反映公示栏内容更新慢,已督促整改。
六、存在问题和改进措施
一是报送不够及时,有2个村全年报送不足5条。二是内容与群众期盼有差距。三是信息员多为兼职,业务不熟。
今后将把信息公开列入村级考核;2014年公开信息力争突破300条。
青石镇人民政府
二〇一四年一月九日
"""
CITY = """云州市2022年政府信息公开工作年度报告
一、总体情况
2022年，全市秉持“阳光公开”理念，重点做了三方面工作。
（一）清理平台。全年关停不合格账号15个，保留40个。
（二）办好公报。编印公报12期，免费发放至各级图书馆、档案馆和村（居）委会。
（三）规范答复。一是推行“一次说清”答复理念。办理过程中主动与申请人沟通，了解真实需求，做到一份答复解开一个心结。二是建立“三方会商”机制。联合法院、司法行政机关研究疑难案件。
更新完善2份目录清单，对《主动公开基本目录》（2022版）、《村（居）公开目录》（2022版）2份清单进行了更新完善。利用“市长直播间”、“民声热线”、“开放日”等渠道开展政民互动60场次。
被纠错的4件案件中，因答复超期3件，因适用依据不当1件。申请内容集中在征地拆迁、旧城改造两方面。
对政务账号开展检查4轮，实现100%全覆盖检查。收取信息处理费460元，收费标准均符合《信息处理费管理办法》规定。
全市收到申请60件，其中东港区25件、青河县20件、南岭县15件。
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |
|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 3 | 1 | 0 | 2 | 6 | 1 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
五、存在的主要问题及改进情况
2022年，我市工作取得了一定成绩，但还存在一定差距和不足。一是政策解读针对性需进一步加强；二是少数单位办理规范性需进一步提升；三是平台协同需进一步完善。
针对上述问题，我市进行了改进。
（一）坚持“标准化”推进公开。紧盯民生需求，梳理公开内容。
（二）坚持“常态化”开展培训。组织业务交流，提升办理水平。
六、其他需要报告的事项
无其他需要报告的事项。
"""
CARDS = {
    "qingshi-2013": ("青石镇2013年政府信息公开工作年度报告", "临江县青石镇人民政府", "临江县青石镇", "2013"),
    "yunzhou-2022": ("云州市2022年政府信息公开工作年度报告", "云州市人民政府", "云州市", "2022"),
}  # fmt: skip
TEXTS = {"qingshi-2013": TOWN, "yunzhou-2022": CITY}


@cache
def terms() -> Terms:
    """The terms as they stand in the working tree."""
    return terms_of(bundle(knowledge_folder()))


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
    """The answer over both reports; its citations are verbatim."""
    answer = assistant().answer(question)
    for citation in answer.citations:
        source = next(r.source for r in assistant().reports if r.id == citation.report)
        assert source[citation.start : citation.end] == citation.quote
    return answer
