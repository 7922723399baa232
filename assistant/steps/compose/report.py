"""What is asked of the report as a whole: its day, its period, a part of it, a document that it names."""

from __future__ import annotations

from assistant.late import late
from assistant.model import CARD_KINDS
from assistant.steps.reading import Reading

ISSUED = late(
    "(?:报告|年报|报)(?!送).{0,4}?(?:发布|公布|发出|落款|成文|编成|编制)|(?:发布|公布|落款)(?:日期|时间).{0,3}$|(?:哪天|什么时候|何时|几时|几号|几月几号)(?:发布|公布|编制)?的?(?:报告|年报)"
)
ISSUES = (("发布",), ("公开",), ("编制",), ("播发",), ("年报",))


def is_issued(reading: Reading) -> bool:
    """报告是哪天发布的: the day of the report itself."""
    named = ISSUED.search(reading.text)
    content = [m for m in reading.content if not m.kinds() & (CARD_KINDS | {"frame", "theme"})]
    issued = all(any(s.atoms in ISSUES for s in m.senses) for m in content)
    return bool(named) and issued and ("date" in reading.asks or "日期" in reading.text)


def is_extent(reading: Reading) -> bool:
    """统计期限是什么, of this report and of nothing else."""
    given = CARD_KINDS | {"frame", "theme"}
    return "extent" in reading.asks and all(
        m.kinds() & given or any(s.atoms in (("数据",), ("统计",)) for s in m.senses)
        for m in reading.content
    )


def is_ordinal(reading: Reading) -> bool:
    """第三部分讲什么: a part of the report by its number."""
    return not reading.asks & {"number", "money", "percent"} and any(
        "ordinal" in m.kinds() for m in reading.mentions
    )


def is_document(reading: Reading) -> bool:
    """国办发〔2013〕73号是什么文件: a document by its number."""
    return any("document" in m.kinds() for m in reading.mentions)
