"""Whatever is typed: no exception, no invented figure. (How long it takes: steps/test_hostile.py.)

About 600 inputs; `GONGKAI_FUZZ=20000` runs as many as it says.
"""

import json
import os
import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qingyuan import PLACES, SOURCE, ask, assert_proved, assistant

COUNT = int(os.environ.get("GONGKAI_FUZZ", "600"))
# Each way gets an equal share, and hypothesis as much again as all of them together.
BATCHES = 4
MARKUP = [
    "<script>alert('{}')</script>",
    "<b>{}</b>",
    "**{}**",
    "[{}](http://example.com/?q=1&x=2)",
    "'; DROP TABLE figures; -- {}",
    "{} UNION SELECT * FROM answers WHERE 1=1",
    '{{"id": 1, "q": "{}"}}',
    "${{{}}} $(rm -rf) `{}` %s %d {{0}}",
    "\\u0000\\n{}\\",
    "../../../etc/passwd?{}",
]
CONTROLS = "".join(map(chr, [*range(32), 127, *range(0x80, 0xA0)]))
INVISIBLE = "".join(
    map(chr, [0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
EMOJI = "😀👍🏽👨‍👩‍👧‍👦🇨🇳❤️🀄💯㊗️①½Ⅳ㎡٣௩৪"
SPOKEN = """
进驻事项 门户网站 公报 来信 办结率 2013年 2012年 多少 几 哪个 最多 项 条 册 比 占 除 外
加起来 平均 超过 百分之几 第 倒数 吗 不 没有 为什么 发给谁 那 它 呢 ， ？ 、 6211 650 1.2万
百分之五十 六千 0 -1 1e9 99999999999999999999 0.000001 lianzhou xiang
"""
WORDS = [*PLACES, *SPOKEN.split(), " "]
STRETCHES = [0, 1, 2, 3, 5, 8, 13, 20, 40, 80, 160, 300, 301, 2_000]
LONG = [10_000, 100_000]


def from_bytes(source: random.Random, size: int) -> str:
    return source.randbytes(size).decode("utf-8", source.choice(["replace", "surrogateescape"]))


def from_gb18030(source: random.Random, size: int) -> str:
    return source.randbytes(size).decode("gb18030", "replace")


def from_every_plane(source: random.Random, size: int) -> str:
    return "".join(chr(source.randrange(0x110000)) for _ in range(size))


def from_han(source: random.Random, size: int) -> str:
    return "".join(chr(source.randrange(0x4E00, 0xA000)) for _ in range(size))


def from_controls(source: random.Random, size: int) -> str:
    return "".join(source.choices(CONTROLS + INVISIBLE + EMOJI + "英德市多少项？", k=size))


def from_words(source: random.Random, size: int) -> str:
    return "".join(source.choices(WORDS, k=size))[:size]


def from_the_report(source: random.Random, size: int) -> str:
    start = source.randrange(len(SOURCE))
    text = SOURCE[start:] + SOURCE * (size // len(SOURCE))
    return text[:size] + source.choice(["", "？", "多少"])


def from_markup(source: random.Random, size: int) -> str:
    frame = source.choice(MARKUP)
    return frame.replace("{}", source.choice(list(PLACES)) + "多少项")[: size + 10]


def from_slips(source: random.Random, size: int) -> str:
    """A question of the report's own with characters lost, doubled, exchanged or strange."""
    letters = list(source.choice(assistant().questions()))
    for _ in range(min(size, 6)):
        at = source.randrange(len(letters))
        other = source.choice(SOURCE + INVISIBLE)
        letters[at] = source.choice(["", letters[at] * 2, other])
    return "".join(letters)


WAYS: list[Callable[[random.Random, int], str]] = [
    from_bytes,
    from_gb18030,
    from_every_plane,
    from_han,
    from_controls,
    from_words,
    from_the_report,
    from_markup,
    from_slips,
]


def inputs(way: Callable[[random.Random, int], str], seed: int, count: int) -> Iterator[str]:
    """The same inputs for the same seed; a few of them are very long."""
    source = random.Random(f"{way.__name__} {seed}")
    for at in range(count):
        sizes = LONG if at % 100 == 99 else STRETCHES
        yield way(source, source.choice(sizes))


def assert_sound(asked: str, history: tuple[str, ...] = ()) -> None:
    """Whatever comes back is an answer object, and every figure in it is proved."""
    found = ask(asked, history)
    assert found.question == asked
    assert found.status in ("answered", "clarify", "unanswered", "chat")
    assert found.text.strip()
    assert_proved(found)
    assert found.status == "answered" or not (found.values or found.citations or found.computation)
    assert (found.reason is None) == (found.status != "unanswered")
    json.dumps(found.to_dict())


@pytest.mark.parametrize("batch", range(BATCHES))
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_breaks_or_is_made_up(way: Callable[[random.Random, int], str], batch: int) -> None:
    count = -(-COUNT // (2 * BATCHES * len(WAYS)))
    for asked in inputs(way, batch, count):
        assert_sound(asked)


@settings(max_examples=COUNT // 4, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=[]), max_size=120))
def test_any_text(asked: str) -> None:
    assert_sound(asked)


@settings(max_examples=COUNT // 4, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
    st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map("".join), max_size=3).map(tuple),
)
def test_any_words_in_any_conversation(asked: str, history: tuple[str, ...]) -> None:
    assert_sound(asked, history)
