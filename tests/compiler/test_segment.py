"""jieba's dictionary as it is read here."""

from __future__ import annotations

import subprocess
import sys

import jieba

from assistant.compiler.dictionary import frequencies, tags
from assistant.compiler.segment import Segmenter

# Whoever imports jieba's tagger after us, or has imported it before, finds it as it always is.
TAGGED = "print([(p.word, p.flag) for p in jieba.posseg.cut('全县主动公开政府信息12条')])"
AFTER = (
    f"from assistant.compiler.segment import Segmenter; Segmenter(); import jieba.posseg; {TAGGED}"
)
BEFORE = (
    f"import jieba.posseg; from assistant.compiler.segment import Segmenter; Segmenter(); {TAGGED}"
)
ALONE = f"import jieba.posseg; {TAGGED}"


def fields() -> list[str]:
    with jieba.Tokenizer().get_dict_file() as file:
        return file.read().decode().split()


def test_the_dictionary_is_what_jieba_reads_itself() -> None:
    tokenizer = jieba.Tokenizer()
    assert frequencies(fields()) == tokenizer.gen_pfdict(tokenizer.get_dict_file())


def test_the_parts_of_speech_are_what_jieba_reads_itself() -> None:
    import jieba.posseg

    assert tags(fields()) == jieba.posseg.POSTokenizer().word_tag_tab


def test_jieba_stays_as_it_is_for_others() -> None:
    after, before, alone = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
        for code in (AFTER, BEFORE, ALONE)
    )
    assert after == before == alone


TEXTS = (
    "全县主动公开政府信息12条。",
    "沭阳县悦来镇、洺窠乡各收到3件。",
    "龘" * 40,
    "龘䶮" * 2,
    "abc云泽12",
)


def test_words_are_those_that_jieba_finds_whatever_was_read_before() -> None:
    segmenter = Segmenter()
    for text in (*TEXTS, *TEXTS):
        found = [(w.text, w.flag) for w in segmenter.words(text)]
        assert found == [(p.word, p.flag) for p in jieba.posseg.cut(text)]


def test_what_is_taught_is_known_as_long_as_it_lasts() -> None:
    segmenter = Segmenter([("云泽县", "ns")])
    text = "洺窠乡和云泽县收到3件。"
    before = [*segmenter.words(text)]
    with segmenter.taught([("洺窠乡", "ns"), ("云泽县", "n"), ("收到3件", "v")]):
        assert ("洺窠乡", "ns") in [(w.text, w.flag) for w in segmenter.words(text)]
        assert segmenter.knows("洺窠乡")
    assert [*segmenter.words(text)] == before
    assert not segmenter.knows("洺窠乡")
    assert [w.flag for w in before if w.text == "云泽县"] == ["ns"]
