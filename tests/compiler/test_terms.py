"""Terms as editors write them: what is read, and what is refused with file, line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.compiler.terms import CONCEPT_KINDS, compile_terms
from assistant.compiler.yamlfile import load
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder
from assistant.model import Sense

ACTIONS = "kind: action\nconcepts:\n  受理: [接收, 接件]\n  办结: []\n"


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def refusal(folder: Path, **files: str) -> str:
    with pytest.raises(KnowledgeError) as fault:
        compile_terms(written(folder, **files))
    message = str(fault.value)
    assert "\n" not in message
    return message


def test_a_concept_and_its_names(tmp_path: Path) -> None:
    sense = (Sense("action", ("受理",)),)
    assert compile_terms(written(tmp_path, actions=ACTIONS)) == {
        "受理": sense,
        "接收": sense,
        "接件": sense,
        "办结": (Sense("action", ("办结",)),),
    }


def test_near_names_phrases_and_sharing(tmp_path: Path) -> None:
    terms = compile_terms(
        written(
            tmp_path,
            measures="kind: measure\nconcepts:\n  网站: []\n  栏目: [版面]\n  报纸: [版面]\n"
            "near:\n  网站: [网页]\nphrases:\n  网上栏目: 网站 栏目\nshared: [版面]\n",
        )
    )
    assert terms["网页"] == (Sense("measure", ("网站",), near=True),)
    assert terms["网上栏目"] == (Sense("measure", ("网站", "栏目")),)
    assert terms["版面"] == (Sense("measure", ("栏目",)), Sense("measure", ("报纸",)))


def test_a_name_is_shared_across_files(tmp_path: Path) -> None:
    terms = compile_terms(
        written(
            tmp_path,
            actions=ACTIONS,
            measures="kind: measure\nconcepts:\n  来信: [接件]\nshared: [接件]\n",
        )
    )
    assert [sense.kind for sense in terms["接件"]] == ["action", "measure"]


def test_a_near_name_may_be_owned_elsewhere(tmp_path: Path) -> None:
    near = "kind: measure\nconcepts:\n  来信: []\nnear:\n  来信: [接件]\n"
    terms = compile_terms(written(tmp_path, actions=ACTIONS, measures=near))
    assert [(s.kind, s.near) for s in terms["接件"]] == [("action", False), ("measure", True)]


@pytest.mark.parametrize(
    ("name", "text", "word", "sense"),
    [
        ("frame", "light_nouns: [工作, 情况]\n", "情况", Sense("frame", tag="light_nouns")),
        ("frame", "universal: [全部]\n", "全部", Sense("universal", tag="universal")),
        ("frame", "negation: [不含]\n", "不含", Sense("negation", tag="negation")),
        ("frame", "theme: [政务公开]\n", "政务公开", Sense("theme", tag="theme")),
        ("question", "number: [多少]\n", "多少", Sense("ask", tag="number")),
        ("operators", "max: [最多]\n", "最多", Sense("operator", tag="max")),
        ("dialogue", "greeting: [你好]\n", "你好", Sense("dialogue", tag="greeting")),
        ("units", "groups: {case: [件, 宗]}\ngeneral: [个]\n", "宗", Sense("unit", tag="宗")),
        ("units", "groups: {case: [件]}\ngeneral: [个]\n", "个", Sense("unit", tag="个")),
        (
            "gazetteer",
            "provinces: [广东]\nzones: [开发区]\ncities: [清远]\n",
            "清远市",
            Sense("place", ("清远市",)),
        ),
        (
            "gazetteer",
            "provinces: [广东]\nzones: [开发区]\ncities: [清远]\n",
            "广东",
            Sense("place", ("广东省",)),
        ),
    ],
)
def test_lists_of_words(tmp_path: Path, name: str, text: str, word: str, sense: Sense) -> None:
    assert compile_terms(written(tmp_path, **{name: text}))[word] == (sense,)


def test_a_word_may_play_two_parts(tmp_path: Path) -> None:
    terms = compile_terms(written(tmp_path, question="number: [多少]\n", frame="fillers: [多少]\n"))
    assert {sense.kind for sense in terms["多少"]} == {"ask", "frame"}


# File, where it goes wrong, what the message names, how it says to mend it.
REFUSED = [
    ("kind: action\nconcepts: {}\nkind: organ\n", 3, "kind", "合并为一处"),
    ("kind: action\nconcepts:\n  受理: []\n  办结: []\n  受理: [接件]\n", 5, "受理", "合并为一处"),
    ("kind: action\nconcepts:\n  受理: [接件, 接收, 接件]\n", 3, "接件", "删去一个"),
    ("kind: action\nconcepts:\n  受理:\n    - 接件\n    - 受理\n", 5, "受理", "删去一个"),
    ("kind: action\nconcepts:\n  受理: [接件]\n  收件: [接件]\n", 4, "接件", "shared"),
    ("kind: action\nconcepts:\n  受理: [接件]\n\n  接件: []\n", 5, "接件", "shared"),
    ("kind: action\nconcepts: {}\nsynonyms: {}\n", 3, "synonyms", "可用的是"),
    ("kind: verb\nconcepts:\n  受理: []\n", 1, "kind", "可用的是"),
    ("concepts:\n  受理: []\n", 1, "kind", "可用的是"),
    ("kind: action\nconcepts:\n  受理: [接件\n  办结: []\n", 4, "YAML", "请检查"),
    ("kind: action\nconcepts:\n  受理: '接件\n", None, "YAML", "请检查"),
    ("kind: action\n\tconcepts: {}\n", 2, "YAML", "请检查"),
    ("- 受理\n- 办结\n", 1, "名称", "应当是"),
    ("受理\n", 1, "名称", "应当是"),
    ("", 1, "名称", "应当是"),
]


@pytest.mark.parametrize(("text", "line", "word", "mend"), REFUSED)
def test_refusals_name_file_line_and_mend(
    tmp_path: Path, text: str, line: int | None, word: str, mend: str
) -> None:
    message = refusal(tmp_path, actions=text)
    assert message.startswith("actions.yaml:" if line is None else f"actions.yaml:{line}: ")
    assert word in message
    assert mend in message


def test_two_owners_in_two_files_names_both(tmp_path: Path) -> None:
    message = refusal(
        tmp_path,
        actions=ACTIONS,
        measures="kind: measure\nconcepts:\n  来信: [信函]\n  信件: [接件]\n",
    )
    assert message.startswith("measures.yaml:4: ")
    for said in ("接件", "受理", "actions.yaml", "信件", "shared"):
        assert said in message


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "actions.yaml").write_bytes(ACTIONS.encode("gbk"))
    with pytest.raises(KnowledgeError, match=r"^actions\.yaml:1: .*UTF-8.*另存为"):
        compile_terms(tmp_path)


@pytest.mark.parametrize("kind", sorted(CONCEPT_KINDS))
def test_every_kind_of_concept(tmp_path: Path, kind: str) -> None:
    terms = compile_terms(written(tmp_path, some=f"kind: {kind}\nconcepts:\n  受理: []\n"))
    assert terms == {"受理": (Sense(kind, ("受理",)),)}


def test_values_stay_as_they_are_written(tmp_path: Path) -> None:
    path = (
        written(tmp_path, some="是: no\n数: [010, 1.0, null, '']\n日: 2013-01-01\n") / "some.yaml"
    )
    assert load(path) == {"是": "no", "数": ["010", "1.0", "null", ""], "日": "2013-01-01"}


def test_values_remember_their_line(tmp_path: Path) -> None:
    path = written(tmp_path, some="# 注释\n甲: [一, 二]\n乙:\n  - 三\n") / "some.yaml"
    data = load(path)
    assert [key.line for key in data] == [2, 3]
    assert [name.line for name in data["甲"]] == [2, 2]
    assert data["乙"][0].line == 4


def test_the_committed_terms_hold() -> None:
    terms = compile_terms(knowledge_folder() / "terms")
    assert all(name == name.strip() and name for name in terms)
    assert all(senses for senses in terms.values())
    kinds = {sense.kind for senses in terms.values() for sense in senses}
    assert {"action", "measure", "organ", "channel", "place", "period", "ask", "unit"} <= kinds


def test_order_of_files_and_names_does_not_matter_to_what_a_name_means(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    other = "kind: measure\nconcepts:\n  来信: [信函]\n"
    first = compile_terms(written(one, a=ACTIONS, b=other))
    second = compile_terms(written(two, b=ACTIONS, a=other))
    assert {k: set(v) for k, v in first.items()} == {k: set(v) for k, v in second.items()}
