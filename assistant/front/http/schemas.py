"""The shapes of requests and answers, as OpenAPI describes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

LONGEST_QUESTION = 1000
MOST_TURNS = 50
MOST_REPORTS = 200
LONGEST_ID = 200
LONGEST_REMARK = 200
LONGEST_SOURCE = 100_000_000
MOST_SUGGESTIONS = 24
MOST_PASSAGES = 3

ANSWER: dict[str, JsonValue] = {
    "question": "连州市进驻多少项",
    "status": "answered",
    "text": "全市网上办事大厅进驻事项总数中，连州市669项。",
    "values": [{"value": "669", "unit": "项", "bound": "exact", "text": "669项"}],
    "polarity": None,
    "citations": [
        {
            "report": "qingyuan-2013",
            "title": "清远市人民政府办公室2013年政府信息公开工作年度报告",
            "section": "一、概述 > (二)认真做好政府信息主动公开工作",
            "quote": "连州市669项",
            "start": 812,
            "end": 819,
        }
    ],
    "computation": None,
    "reason": None,
    "suggestions": [],
    "passages": [],
    "id": "cfe1161f69d0",
}

Text = Annotated[str, Field(max_length=LONGEST_QUESTION)]
Identity = Annotated[str, Field(max_length=LONGEST_ID)]


class Question(BaseModel):
    """一个问题，连同对话里先前的问题；服务器不记住任何对话。"""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"question": "连州市进驻多少项"},
                {"question": "那英德呢", "history": ["连州市进驻多少项"]},
                {"question": "网上办事大厅进驻事项总数是多少", "reports": ["qingyuan-2013"]},
            ]
        },
    )

    question: Text = Field(description="要问的问题", examples=["连州市进驻多少项"])
    history: list[Text] = Field(
        default=[], max_length=MOST_TURNS, description="这次对话里先前问过的问题，从早到晚"
    )
    reports: list[Identity] = Field(
        default=[], max_length=MOST_REPORTS, description="只问这些编号的报告；不写则问全部"
    )


class Feedback(Question):
    """读者说一个答案有没有用；问题、先前的问题和报告照提问时写。"""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"question": "吹风会开了几场", "helpful": False},
                {"question": "吹风会开了几场", "helpful": False, "remark": "想问新闻发布会"},
            ]
        },
    )

    helpful: Annotated[bool, Field(strict=True)] = Field(description="有没有用")
    remark: Annotated[str, Field(max_length=LONGEST_REMARK)] = Field(
        default="", description="没有用的，读者想说的一句话"
    )


class Value(BaseModel):
    """答案里的一个数字。"""

    value: str = Field(description="准确的十进制数，不带分隔符", examples=["669"])
    unit: str = Field(description="单位", examples=["项"])
    bound: str = Field(
        description="exact 准数，more 余/多，at_least 以上，at_most 以内，about 约",
        examples=["exact"],
    )
    text: str = Field(description="报告里的说法", examples=["669项"])


class Amendment(BaseModel):
    """编者对所引数字的更正。"""

    printed: str = Field(description="原文印的")
    corrected: str = Field(description="应当是")
    reason: str = Field(description="更正的理由")


class Citation(BaseModel):
    """出处：原文 `source[start:end]` 就是 `quote`，位置按 Unicode 码点计。"""

    report: str = Field(description="报告编号", examples=["qingyuan-2013"])
    title: str = Field(description="报告标题")
    section: str = Field(description="所在的章节")
    quote: str = Field(description="逐字引用的原文", examples=["连州市669项"])
    start: int = Field(description="开始的位置", examples=[812])
    end: int = Field(description="结束的位置", examples=[819])
    corrections: list[Amendment] = Field(default=[], description="有更正时才有这一项")


class Nearest(BaseModel):
    """与问题最相关的一段原文，不是答案：原文 `source[start:end]` 就是 `quote`，位置按 Unicode 码点计。"""

    report: str = Field(description="报告编号", examples=["qingyuan-2013"])
    section: str = Field(description="所在的章节")
    quote: str = Field(description="逐字的原文", examples=["2013年共报送《网络舆情》131期"])
    start: int = Field(description="开始的位置", examples=[1204])
    end: int = Field(description="结束的位置", examples=[1223])


class Computation(BaseModel):
    """答案是怎样算出来的。"""

    operator: str = Field(description="运算", examples=["compare"])
    expression: str = Field(description="算式", examples=["669 − 628 = 41"])
    operands: list[str] = Field(description="参加运算的数", examples=[["628", "669"]])


class Answer(BaseModel):
    """答案，与 Python 的 `Answer.to_dict()` 和 `gongkai ask --json` 完全相同。"""

    model_config = ConfigDict(json_schema_extra={"examples": [ANSWER]})

    question: str = Field(description="所问的问题")
    status: Literal["answered", "clarify", "unanswered", "chat"] = Field(
        description="answered 已作答；clarify 有几种读法，请从 suggestions 里选；"
        "unanswered 不能回答，原因见 reason；chat 寒暄"
    )
    text: str = Field(description="答复的文字")
    values: list[Value] = Field(description="作为答案的数字，按所问的顺序")
    polarity: Literal["yes", "no"] | None = Field(description="是非问句的答案")
    citations: list[Citation] = Field(description="出处")
    computation: Computation | None = Field(description="算出来的答案才有")
    reason: str | None = Field(description="不能回答的原因，例如 not_matched")
    suggestions: list[str] = Field(description="接下来可以问的完整问题")
    passages: list[Nearest] = Field(
        max_length=MOST_PASSAGES,
        description="没有作答或要反问时，报告里最相关的原文，最近的在前；不是答案",
    )
    id: str = Field(description="答案的编号")


class Bar(BaseModel):
    """条形图的一条。"""

    label: str = Field(description="名称", examples=["连州市"])
    value: str = Field(description="准确的十进制数", examples=["669"])
    unit: str = Field(description="单位", examples=["项"])
    text: str = Field(description="报告里的说法", examples=["669项"])
    citation: int | None = Field(description="在 answer.citations 里的序号，从 0 起")


class TableCell(BaseModel):
    """出处是表格的一行时，其中回答问题的一格。"""

    citation: int = Field(description="在 answer.citations 里的序号，从 0 起")
    heads: str = Field(description="行名和列名，由外到内", examples=["行政复议 › 结果维持"])
    text: str = Field(description="格里的原文", examples=["10"])
    start: int = Field(description="开始的位置")
    end: int = Field(description="结束的位置")


class Turn(BaseModel):
    """对话的一轮：答案，它自己给出的问题，可以画成条形图的数字。"""

    answer: Answer
    further: list[str] = Field(description="答案自己给出的完整问题；答过之后还可以问的见 /further")
    bars: list[Bar] = Field(description="排名、分项或几份报告的数字；没有可画的则为空")
    cells: list[TableCell] = Field(description="表格里回答问题的格；出处不是表格的没有")
    measure: str = Field(description="各条都是什么的数字；名称已经说明的则为空")
    titles: dict[str, str] = Field(description="answer.passages 所在报告的标题，按编号")
    rated: bool = Field(description="说这个答复没有用（/feedback）会不会记下来")
    letter: str = Field(description="答复和出处的纯文本，可以放进信里；没有回答的则为空")


class Further(BaseModel):
    """一个问题答过之后，还可以问什么。"""

    further: list[str] = Field(description="可以接着问的完整问题，每个都能回答")


class Suggestions(BaseModel):
    """输入到一半时，可能要问的话。"""

    suggestions: list[str] = Field(description="整行的话，最可能的在前")


class Report(BaseModel):
    """一份已载入的报告。"""

    id: str = Field(description="编号", examples=["qingyuan-2013"])
    title: str = Field(description="标题")
    organ: str = Field(description="发布报告的机关")
    place: str = Field(description="所在地区")
    year: int = Field(description="报告的年份", examples=[2013])
    url: str = Field(description="报告的网址，可能为空")
    digest: str = Field(description="原文的 SHA-256")
    characters: int = Field(description="原文的字数（码点）")
    figures: int = Field(description="读出的数据条数")
    statements: int = Field(description="读出的陈述条数")


class Section(BaseModel):
    """报告的一个章节，位置按原文的码点计。"""

    path: str = Field(description="从外到内的标题", examples=["一、概述"])
    level: int = Field(description="层次，1 为最外层")
    start: int
    end: int


class WholeReport(Report):
    """一份报告和它的章节。"""

    sections: list[Section]


class Reports(BaseModel):
    """已载入的报告，按编号排列。"""

    reports: list[Report]


class Hot(BaseModel):
    """可以从这些问题问起。"""

    questions: list[str] = Field(description="每个都能回答的完整问题")


class Run(BaseModel):
    """一段文字。"""

    text: str
    cited: bool = Field(description="是否为所引用的部分")


class Cell(BaseModel):
    """表格的一格。"""

    runs: list[Run]
    span: int = Field(description="占几列")


class Passage(BaseModel):
    """出处所在的整段，或者整张表。"""

    report: str = Field(description="报告编号", examples=["qingyuan-2013"])
    title: str = Field(description="报告标题")
    section: str = Field(description="所在的章节")
    runs: list[Run] = Field(description="段落的文字；在表格里的为空")
    table: list[list[Cell]] = Field(description="表格的各行；不在表格里的为空")


class State(BaseModel):
    """服务的状况。"""

    status: Literal["ok"]


class Refused(BaseModel):
    """为什么没有照办。"""

    code: str = Field(description="给程序看的代码", examples=["too_many"])
    message: str = Field(description="给人看的一句话")
    type: str = Field(default="", description="只在 /v1 下有：OpenAI 对这种错误的称呼")
    param: None = Field(default=None, description="只在 /v1 下有")


class Error(BaseModel):
    """没有照办的请求。"""

    error: Refused
