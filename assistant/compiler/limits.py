"""How much a report's file may be, as `gongkai compile --help` tells; what is more is refused in one line."""

from __future__ import annotations

MEGABYTE = 1024**2
# A file, and what a package (DOCX, XLSX) unpacks to: all of it, and what of it is text.
LARGEST = 100 * MEGABYTE
UNPACKED = 200 * MEGABYTE
UNPACKED_TEXT = 20 * MEGABYTE
# The characters of a text, and of the file that writes them, of a page with its tags.
LONGEST = 200_000
WRITTEN = {"text": 4 * MEGABYTE, "html": 4 * MEGABYTE}
# The columns of a table; it has no more places than these, or than so many for each of its cells.
WIDEST = 1000
MOST, FOR_EACH_CELL = 100_000, 20
# The tags of a page inside one another.
NESTED = 1500
# What compiling takes at most, as it was measured: seconds for so many characters; memory.
SECONDS, FOR_CHARACTERS = 10, 100_000
# The same for a text of nothing but figures, one in three characters.
DENSEST = 20
GIBIBYTES = 1


def told() -> str:
    """The limits in Chinese, for those who compile."""
    return (
        f"一份报告不超过{LONGEST // 10_000}万字；文件不超过{LARGEST // MEGABYTE}MB，"
        f"其中文本、网页{WRITTEN['html'] // MEGABYTE}MB，"
        f"docx、xlsx 解开后文字部分{UNPACKED_TEXT // MEGABYTE}MB；"
        f"网页标签嵌套不超过{NESTED}层，表格不超过{WIDEST}列。"
        f"用时随字数增长，{FOR_CHARACTERS // 10_000}万字约{SECONDS}秒以内"
        f"（除了数字没有别的，约{DENSEST}秒），内存{GIBIBYTES}GiB 以内。"
        "超过的，用一行话说明后跳过，不妨碍其他报告"
    )
