"""Words of Cantonese, as Hong Kong writes them, are read as standard ones; a text without them is left alone."""

from __future__ import annotations

import pytest

from assistant.language.cantonese import standard

READ = [
    ("資助學生嗰幾類，邊類使錢使得最多", "資助學生那幾類，哪類花钱花得最多"),
    ("網站多咗邊三個欄目", "網站多了哪三個欄目"),
    ("按內容分，邊幾類唔夠一百條", "按內容分，哪幾類不够一百條"),
    ("三批入面，邊一批派咗最多", "三批里面，哪一批派了最多"),
    # 邊 and 呢 before any measure word, where nothing else is Cantonese as well.
    ("更新網站上面邊幾個欄目呀", "更新網站上面哪幾個欄目呀"),
    ("边份文件", "哪份文件"),
    ("呢份年報係邊個單位、邊一年嘅？", "这份年報是哪個單位、哪一年的？"),
    ("邊間公司負責呢三間店", "哪家公司負責这三家店"),
    ("由邊個負責，寄去邊？唔知", "由谁负责，寄去哪里？不知道"),
    ("公報同網站係咪一樣", "公報和網站是不是一樣"),
    ("點解仲未有資訊", "为什么还没有信息"),
    ("聯絡電話係幾多", "聯絡電話是多少"),
]
LEFT = [
    "河边一批树",
    "這邊類似的項目",
    "旁邊三個窗口",
    "周边几个乡镇",
    "边个体户",
    "邊境檢查站有幾個",
    "關係如何",
    "聯繫電話",
    "同比增长多少",
    "那英德呢",
    "重點做了什么",
    "争议有几宗",
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_cantonese_is_read(text: str, said: str) -> None:
    assert standard(text) == said


@pytest.mark.parametrize("text", LEFT)
def test_other_writing_is_left(text: str) -> None:
    assert standard(text) == text
