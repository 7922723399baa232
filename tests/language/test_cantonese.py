"""Words of Cantonese, as Hong Kong writes them, are read as standard ones; a text without them is left alone."""

from __future__ import annotations

import pytest

from assistant.language.cantonese import standard

READ = [
    ("資助學生嗰幾類，邊類使錢使得最多", "資助學生那幾類，哪类花钱花得最多"),
    ("網站多咗邊三個欄目", "網站多了哪三个欄目"),
    ("按內容分，邊幾類唔夠一百條", "按內容分，哪几类不够一百條"),
    ("三批入面，邊一批派咗最多", "三批里面，哪一批派了最多"),
]
LEFT = ["河边一批树", "這邊類似的項目", "旁邊三個窗口"]


@pytest.mark.parametrize(("text", "said"), READ)
def test_cantonese_is_read(text: str, said: str) -> None:
    assert standard(text) == said


@pytest.mark.parametrize("text", LEFT)
def test_other_writing_is_left(text: str) -> None:
    assert standard(text) == text
