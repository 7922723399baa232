"""jieba's dictionary as it is read here."""

from __future__ import annotations

import jieba

from assistant.compiler.segment import frequencies


def test_the_dictionary_is_what_jieba_reads_itself() -> None:
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        found = frequencies(file.read().decode())
    assert found == tokenizer.gen_pfdict(tokenizer.get_dict_file())
