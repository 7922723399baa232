"""The command as a process: what it prints where, and how it ends."""

from __future__ import annotations

import json
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pexpect
import pytest

from assistant.front.cli import COMMANDS
from tests.checkout import OWN_BYTECODE, copy_of_the_project
from tests.commands import ROOT, complaint, environment_of, gongkai, process
from tests.patience import PATIENCE

REPORT = "qingyuan-2013"
SOURCE = (ROOT / "knowledge" / "reports" / REPORT / "source.txt").read_bytes()
LIANZHOU, YINGDE = "连州市进驻多少项", "英德市进驻多少项"
ABSENT = "2012年连州市进驻多少项"
POOR = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
BOLD = "\x1b[1m"
KEYS = {
    *("question", "status", "text", "values", "polarity", "citations"),
    *("computation", "reason", "suggestions", "passages", "id"),
}


def answers(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def values(answer: dict[str, Any]) -> list[str]:
    return [value["value"] for value in answer["values"]]


# --------------------------------------------------------------------------- ask


def test_ask_prints_the_answer_and_then_its_proof() -> None:
    done = gongkai("ask", LIANZHOU)
    said = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    assert "669" in said.splitlines()[0]
    assert said.index("669") < said.index("一、概述") < said.index("“连州市669项”")
    assert "\x1b" not in said


def test_ask_numbers_what_else_may_be_asked() -> None:
    assert "\n  1. " in gongkai("ask", "你好").stdout.decode()


def test_ask_ends_with_one_where_nothing_is_answered() -> None:
    done = gongkai("ask", ABSENT)
    assert done.returncode == 1
    assert "2012" in done.stdout.decode()
    assert done.stderr == b""


def test_ask_answers_small_talk_with_success() -> None:
    assert gongkai("ask", "谢谢").returncode == 0


def test_ask_joins_several_words_around_options() -> None:
    done = gongkai("ask", "连州市", "--json", "进驻多少项")
    (answer,) = answers(done)
    assert values(answer) == ["669"]
    assert answer["question"] == "连州市 进驻多少项"


def test_ask_as_json_keeps_the_contract() -> None:
    (answer,) = answers(gongkai("ask", "--json", LIANZHOU))
    assert set(answer) == KEYS
    assert answer["status"] == "answered"
    for citation in answer["citations"]:
        start, end = citation["start"], citation["end"]
        assert SOURCE.decode()[start:end] == citation["quote"]


def test_ask_as_json_ends_with_one_where_nothing_is_answered() -> None:
    done = gongkai("ask", "--json", ABSENT)
    assert done.returncode == 1
    assert answers(done)[0]["reason"] == "no_such_period"


@pytest.mark.parametrize("words", [["-"], []])
def test_ask_reads_questions_from_a_pipe(words: list[str]) -> None:
    done = gongkai("ask", *words, given=f"\ufeff{LIANZHOU}\r\n\n{YINGDE}")
    said = done.stdout.decode()
    assert done.returncode == 0
    assert said.index("连州市669项") < said.index("英德市628项")


def test_ask_from_a_pipe_gives_a_line_of_json_for_each_and_one_no_for_all() -> None:
    done = gongkai("ask", "--json", given=f"{ABSENT}\n{LIANZHOU}\n")
    assert [answer["status"] for answer in answers(done)] == ["unanswered", "answered"]
    assert done.returncode == 1


def test_ask_without_a_question_is_wrong_use() -> None:
    assert "没有问题" in complaint(gongkai("ask"))


def test_ask_with_an_empty_question_is_refused() -> None:
    assert gongkai("ask", "").returncode == 1


def test_ask_takes_every_word_behind_two_dashes_as_a_question() -> None:
    (answer,) = answers(gongkai("ask", "--json", "--", "--help"))
    assert answer["question"] == "--help"


def test_ask_keeps_to_the_reports_that_are_named() -> None:
    assert gongkai("ask", LIANZHOU, "--report", REPORT).returncode == 0


def test_ask_names_an_unknown_report_and_the_known_ones() -> None:
    said = complaint(gongkai("ask", LIANZHOU, "--report", "nowhere-1999"))
    assert "nowhere-1999" in said
    assert REPORT in said


@pytest.mark.parametrize("words", [[b"\xff\xfe"], []])
def test_ask_refuses_bytes_that_are_no_text(words: list[bytes]) -> None:
    assert "UTF-8" in complaint(gongkai("ask", *words, given=b"\xff\xfe\n"))


def test_ask_names_the_line_of_the_pipe_that_is_no_text() -> None:
    done = gongkai("ask", given=LIANZHOU.encode() + b"\n\xff\n")
    assert done.returncode == 2
    assert ":2:" in done.stderr.decode()


# --------------------------------------------------------------------------- ask --jsonl


def batch(*lines: object) -> list[dict[str, Any]]:
    given = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()) + b"\n"
        for line in lines
    )
    done = gongkai("ask", "--jsonl", given=given)
    assert done.returncode == 0
    assert done.stderr == b""
    found = answers(done)
    assert len(found) == len(lines)
    assert all(set(answer) == KEYS for answer in found)
    return found


def test_batch_answers_in_order_with_the_ids_given() -> None:
    found = batch({"id": "b", "q": YINGDE}, {"id": 7, "q": LIANZHOU, "ctx": None, "kind": "lookup"})
    assert [(a["id"], values(a)) for a in found] == [("b", ["628"]), (7, ["669"])]


def test_batch_numbers_a_line_that_has_no_id() -> None:
    assert [a["id"] for a in batch({"q": LIANZHOU}, {"id": None, "q": YINGDE})] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "identity"),
    [
        (b"not json", "2"),
        (b"", "2"),
        (b"[1, 2]", "2"),
        (b'{"id": "x"}', "x"),
        (b'{"id": "x", "q": 5}', "x"),
        (b'{"id": "x", "q": null}', "x"),
        (b'{"id": ["x"], "q": null}', "2"),
        (b'{"id": NaN, "q": "?"}', "2"),
        (b'{"id": "x", "q": "\xff\xfe"}', "x"),
        (b'{"id": "\xff", "q": 1}', "2"),
        (b'{"id": "x", "q": "\\ud800"}', "x"),
        (b'{"id": "x", "q": "a", "ctx": "b"}', "x"),
        (b'{"id": "x", "q": "a", "ctx": [1]}', "x"),
        (b'{"id": "x", "q": "a", "ctx": {}}', "x"),
        ("连州".encode("utf-16"), "2"),
        (b"[" * 100_000, "2"),
        (b'{"id": ' + b"1" * 10_000 + b', "q": "a"}', "2"),
    ],
)
def test_batch_answers_a_bad_line_and_goes_on(line: bytes, identity: str) -> None:
    before, bad, after = batch({"id": "a", "q": LIANZHOU}, line, {"id": "z", "q": YINGDE})
    assert (bad["id"], bad["status"], bad["reason"]) == (identity, "unanswered", "bad_input")
    assert "2" in bad["text"]
    assert (values(before), values(after)) == (["669"], ["628"])


def test_batch_of_nothing_is_nothing() -> None:
    done = gongkai("ask", "--jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_batch_reads_a_last_line_without_an_end_and_a_byte_order_mark() -> None:
    (answer,) = answers(gongkai("ask", "--jsonl", given='\ufeff{"q": "' + LIANZHOU + '"}'))
    assert values(answer) == ["669"]


def test_batch_takes_no_question_from_the_command_line() -> None:
    assert "--jsonl" in complaint(gongkai("ask", "--jsonl", LIANZHOU))


def _batch_process() -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "assistant", "ask", "--jsonl"]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        words, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, env=environment_of({})
    )


def test_batch_answers_each_line_before_it_reads_the_next() -> None:
    with _batch_process() as process:
        assert process.stdin
        assert process.stdout
        for question, value in ((LIANZHOU, "669"), (YINGDE, "628")):
            process.stdin.write(json.dumps({"q": question}).encode() + b"\n")
            process.stdin.flush()
            assert select.select([process.stdout], [], [], PATIENCE)[0]
            assert values(json.loads(process.stdout.readline())) == [value]
        process.stdin.close()


def test_batch_ends_quietly_when_nobody_reads_on() -> None:
    with _batch_process() as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        line = json.dumps({"q": LIANZHOU}).encode() + b"\n"
        process.stdin.write(line)
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        for _ in range(100):
            if process.poll() is not None:
                break
            process.stdin.write(line)
            process.stdin.flush()
            time.sleep(0.02)
        assert process.wait(timeout=PATIENCE) == 0
        assert process.stderr.read() == b""


# --------------------------------------------------------------------------- explain


def test_explain_shows_every_word_with_what_it_was_read_as() -> None:
    done = gongkai("explain", "lianzhou", "进驻多少项")
    rows = [line.split() for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert any(row[:4] == ["lianzhou", "连州", "地区", "连州市"] for row in rows)
    assert any(row[:1] == ["进驻"] for row in rows)
    assert "“连州市669项”" in done.stdout.decode()


def test_explain_says_what_nothing_accounts_for() -> None:
    done = gongkai("explain", ABSENT)
    said = done.stdout.decode()
    assert done.returncode == 0
    assert "没有说明的词：2012年" in said
    assert "不予作答" in said


def test_explain_says_which_words_it_does_not_know() -> None:
    assert "没有认出" in gongkai("explain", "连州市的龘龘多少项").stdout.decode()


@pytest.mark.parametrize("question", ["", "？？", "长" * 1000, "你好", "\x1b[31m红"])
def test_explain_explains_any_text(question: str) -> None:
    done = gongkai("explain", question)
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout


def test_explain_wants_a_question() -> None:
    assert "问题" in complaint(gongkai("explain"))


# --------------------------------------------------------------------------- compile


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with its knowledge, newly compiled."""
    folder = tmp_path_factory.mktemp("checkout")
    copy_of_the_project(folder)
    compiled = folder / "knowledge" / "reports" / REPORT
    (compiled / "figures.jsonl").unlink()
    (folder / "knowledge" / "compiled.json").unlink()
    done = process("compile", cwd=folder, environment=OWN_BYTECODE)
    assert done.returncode == 0
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 2
    assert REPORT in done.stderr.decode()
    return folder


def test_compile_makes_all_that_answers_need(checkout: Path) -> None:
    assert (checkout / "knowledge" / "compiled.json").exists()
    assert "669" in process("ask", LIANZHOU, cwd=checkout, environment=OWN_BYTECODE).stdout.decode()


def test_ask_imports_nothing_that_it_does_not_use(checkout: Path) -> None:
    environment = environment_of({**OWN_BYTECODE, "PYTHONPROFILEIMPORTTIME": "1"})
    words = [sys.executable, "-m", "assistant", "ask", LIANZHOU]
    done = subprocess.run(words, capture_output=True, cwd=checkout, env=environment, check=True)
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines()}
    roots = {name.partition(".")[0] for name in imported}
    assert "assistant" in roots
    unused = {"yaml", "jieba", "prompt_toolkit", "pypinyin", "opencc", "rapidfuzz", "wcwidth"}
    assert roots & unused == set()


def test_compile_of_one_folder_writes_beside_its_source(tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in ("source.txt", "card.yaml"):
        shutil.copy(ROOT / "knowledge" / "reports" / REPORT / name, folder / name)
    done = gongkai("compile", str(folder))
    assert done.returncode == 0
    assert "连州市669项" in (folder / "figures.jsonl").read_text(encoding="utf-8")
    assert (folder / "source.txt").read_bytes() == SOURCE


def test_compile_names_the_folder_that_is_missing(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in complaint(gongkai("compile", str(tmp_path / "none")))


def test_compile_names_what_a_folder_lacks(tmp_path: Path) -> None:
    assert "card.yaml" in complaint(gongkai("compile", str(tmp_path)))
    shutil.copy(ROOT / "knowledge" / "reports" / REPORT / "card.yaml", tmp_path)
    assert "source.txt" in complaint(gongkai("compile", str(tmp_path)))


def test_compile_wants_the_id_to_be_the_name_of_the_folder(checkout: Path) -> None:
    twin = checkout / "knowledge" / "reports" / "twin-2014"
    shutil.copytree(checkout / "knowledge" / "reports" / REPORT, twin)
    said = complaint(process("compile", str(twin), cwd=checkout, environment=OWN_BYTECODE))
    shutil.rmtree(twin)
    assert "card.yaml" in said
    assert REPORT in said


def test_broken_terms_are_named_with_file_and_line(checkout: Path) -> None:
    terms = checkout / "knowledge" / "terms" / "actions.yaml"
    whole = terms.read_text(encoding="utf-8")
    terms.write_text(whole + "\n  : [", encoding="utf-8")
    said = complaint(process("ask", LIANZHOU, cwd=checkout, environment=OWN_BYTECODE))
    terms.write_text(whole, encoding="utf-8")
    assert "actions.yaml:" in said


# --------------------------------------------------------------------------- what is loaded


def test_reports_lists_what_is_loaded() -> None:
    done = gongkai("reports")
    assert done.returncode == 0
    assert any(line.startswith(REPORT) for line in done.stdout.decode().splitlines())


def test_reports_as_json() -> None:
    reports = json.loads(gongkai("reports", "--json").stdout)
    (report,) = (r for r in reports if r["id"] == REPORT)
    assert report["year"] == 2013
    assert report["characters"] == len(SOURCE.decode())


def test_source_is_the_exact_text() -> None:
    assert gongkai("source", REPORT).stdout == SOURCE


def test_source_is_the_exact_text_in_a_poor_locale() -> None:
    done = process("source", REPORT, environment=POOR)
    assert done.stdout == SOURCE


@pytest.mark.parametrize("command", ["source", "ledger"])
@pytest.mark.parametrize("identity", ["nowhere-1999", f"../reports/{REPORT}", ""])
def test_an_unknown_report_is_named_with_the_known_ones(command: str, identity: str) -> None:
    assert REPORT in complaint(gongkai(command, identity))


@pytest.mark.parametrize("command", ["source", "ledger", "faq"])
def test_the_only_report_need_not_be_named(command: str) -> None:
    more = ("--length", "short") if command == "faq" else ()
    done = gongkai(command, *more)
    assert done.returncode == 0
    assert done.stdout == gongkai(command, REPORT, *more).stdout != b""


@pytest.mark.parametrize("command", ["source", "ledger", "faq"])
def test_of_several_reports_one_has_to_be_named(command: str, tmp_path: Path) -> None:
    for year in (2022, 2023):
        text = f"临江县人民政府{year}年政府信息公开工作年度报告\n\n一、概述\n全年收到申请36件。\n"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    store = str(tmp_path / "reports.db")
    sources = [str(path) for path in sorted(tmp_path.glob("*.txt"))]
    assert gongkai("compile", *sources, "--store", store).returncode == 0
    said = complaint(gongkai(command, "--store", store))
    assert "有2份报告" in said
    assert "linjiang-2022、linjiang-2023" in said


def test_ledger_accounts_for_every_numeral() -> None:
    entries = json.loads(gongkai("ledger", REPORT, "--json").stdout)
    text = SOURCE.decode()
    assert all(text[e["start"] : e["end"]] == e["text"] for e in entries)
    assert all(bool(e["figure"]) != bool(e["reason"]) for e in entries)
    (entry,) = (e for e in entries if e["text"] == "669项")
    assert "连州市" in entry["what"]


def test_ledger_is_a_line_for_each_numeral() -> None:
    entries = json.loads(gongkai("ledger", REPORT, "--json").stdout)
    lines = gongkai("ledger", REPORT).stdout.decode().splitlines()
    assert len(lines) == len(entries) + 1
    assert any("669项" in line and "连州市" in line for line in lines)


# --------------------------------------------------------------------------- eval


def questions(path: Path, *rows: dict[str, Any]) -> str:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


def question(identity: str, asked: str, number: str, **more: Any) -> dict[str, Any]:
    row = {"id": identity, "q": asked, "kind": "lookup", "expect": ["answered"]}
    return {**row, "values": [{"value": number, "unit": "项"}], **more}


def test_eval_of_right_answers_is_a_success(tmp_path: Path) -> None:
    rows = [
        question("a", LIANZHOU, "669", cite=["连州市669项"]),
        question("b", "那英德市呢", "628", ctx=[LIANZHOU], kind="followup"),
    ]
    done = gongkai("eval", questions(tmp_path / "q.jsonl", *rows))
    assert done.returncode == 0
    assert "2/2" in done.stdout.decode()
    assert LIANZHOU not in done.stdout.decode()


def test_eval_shows_what_is_wrong_and_ends_with_one(tmp_path: Path) -> None:
    file = questions(
        tmp_path / "q.jsonl", question("a", LIANZHOU, "1"), question("b", YINGDE, "628")
    )
    done = gongkai("eval", file)
    said = done.stdout.decode()
    assert done.returncode == 1
    assert LIANZHOU in said
    assert YINGDE not in said
    assert YINGDE in gongkai("eval", file, "--show", "all").stdout.decode()
    assert LIANZHOU not in gongkai("eval", "--show", "none", file).stdout.decode()


def test_eval_as_json_over_several_files(tmp_path: Path) -> None:
    one = questions(tmp_path / "1.jsonl", question("a", LIANZHOU, "1"))
    two = questions(tmp_path / "2.jsonl", question("b", YINGDE, "628"))
    done = gongkai("eval", one, two, "--json")
    score = json.loads(done.stdout)
    assert done.returncode == 1
    assert (score["total"], score["right"], score["misled"]) == (2, 1, 1)
    assert [(q["id"], q["mark"]) for q in score["questions"]] == [("a", "wrong_figure")]


def test_eval_tells_how_far_it_is_on_standard_error(tmp_path: Path) -> None:
    rows = [question(str(n), LIANZHOU, "669") for n in range(3)]
    done = gongkai("eval", questions(tmp_path / "q.jsonl", *rows), "--json")
    assert done.stderr.decode().splitlines() == ["第 1/3", "第 2/3", "第 3/3"]
    assert json.loads(done.stdout)["right"] == 3


def test_eval_names_file_and_line_of_a_bad_question(tmp_path: Path) -> None:
    file = questions(tmp_path / "q.jsonl", question("a", LIANZHOU, "669"), {"id": "b"})
    assert "q.jsonl:2:" in complaint(gongkai("eval", file))


def test_eval_names_a_missing_file() -> None:
    assert "none.jsonl" in complaint(gongkai("eval", "none.jsonl"))


def test_eval_names_what_may_be_shown(tmp_path: Path) -> None:
    file = questions(tmp_path / "q.jsonl", question("a", LIANZHOU, "669"))
    said = complaint(gongkai("eval", file, "--show", "some"))
    assert "some" in said
    assert "wrong" in said


# --------------------------------------------------------------------------- the process


AS_PROCESSES = [
    (("ask", LIANZHOU), ""),
    (("ask", "--jsonl"), json.dumps({"id": "甲", "q": ABSENT})),
    ((), f"{LIANZHOU}\n/用法\n"),
    (("explain", ABSENT), ""),
    (("compile", "none"), ""),
    (("reports", "--json"), ""),
    (("source", REPORT), ""),
    (("ledger", REPORT), ""),
    (("check", "--csv"), ""),
    (("diff", REPORT, "none"), ""),
    (("verify", "-"), "{}"),
    (("eval", "none.jsonl"), ""),
    (("adversaries", "none"), ""),
    (("faq", REPORT, "--section", "行政复议", "--length", "short", "--format", "md"), ""),
    (("serve", "--report", "none"), ""),
    (("mcp", "--report", "none"), ""),
    (("unanswered",), ""),
    (("desk", "--learn", "none"), ""),
    (("knowledge",), ""),
    (("--version",), ""),
]


@pytest.mark.parametrize(
    ("words", "given"),
    AS_PROCESSES,
    ids=lambda value: " ".join(value[:1]) if isinstance(value, tuple) else "",
)
def test_every_command_is_a_process_that_does_what_its_entry_point_does(
    words: tuple[str, ...], given: str
) -> None:
    """Most tests call the entry point; that a process writes and ends the same, this one holds."""
    started, called = process(*words, given=given), gongkai(*words, given=given)
    assert (started.returncode, started.stdout) == (called.returncode, called.stdout)
    assert started.stderr == called.stderr
    assert started.stdout or started.stderr


def test_no_command_is_left_out_of_these() -> None:
    assert {words[0] for words, _ in AS_PROCESSES if words} == {*COMMANDS, "--version"}


def test_help_and_version_are_on_standard_output() -> None:
    for words in (["--help"], ["-h"], ["ask", "--help"], ["eval", "-h"], ["source", "--help"]):
        done = gongkai(*words)
        assert done.returncode == 0
        assert "用法" in done.stdout.decode()
        assert "usage" not in done.stdout.decode()
        assert done.stderr == b""
    assert gongkai("--version").stdout.decode().startswith("gongkai ")


def test_every_command_is_in_the_overview() -> None:
    said = gongkai("--help").stdout.decode()
    commands = ("ask", "explain", "compile", "reports", "source", "ledger", "eval")
    assert all(f"  {command} " in said for command in commands)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["lianzhou"], "gongkai ask"),
        (["--colour"], "--colour"),
        (["ask", "a", "--colour"], "--colour"),
        (["ask", "a", "--report"], "--report"),
        (["reports", "--json=1"], "--json"),
        (["source", REPORT, "other"], "other"),
        (["eval"], "文件"),
    ],
)
def test_wrong_use_is_said_in_one_line(words: list[str], named: str) -> None:
    assert named in complaint(gongkai(*words))


def test_without_words_questions_are_read_line_by_line() -> None:
    done = gongkai(given=f"{LIANZHOU}\n")
    assert done.returncode == 0
    assert "669" in done.stdout.decode()


def test_text_is_utf_8_in_a_poor_locale() -> None:
    assert "连州市669项" in process("ask", given=LIANZHOU, environment=POOR).stdout.decode()
    assert "没有命令" in process("nothing", environment=POOR).stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_said_in_one_line() -> None:
    words = [sys.executable, "-m", "assistant", "ask", LIANZHOU]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1


def test_a_reader_that_leaves_is_no_fault() -> None:
    command = f'"{sys.executable}" -m assistant source {REPORT} | head -c 10'
    done = subprocess.run(command, shell=True, capture_output=True, cwd=ROOT, check=False)
    assert done.stdout == SOURCE[:10]
    assert done.stderr == b""


# --------------------------------------------------------------------------- a terminal


def terminal(
    *words: str, columns: int = 100, environment: Mapping[str, str] = MappingProxyType({})
) -> str:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "assistant", *words],
        cwd=str(ROOT),
        env=environment_of({"TERM": "xterm", **environment}),
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=PATIENCE,
    )
    said = str(child.read())
    child.close()
    return said


def test_the_figure_is_bold_in_its_quote_on_a_terminal() -> None:
    assert f"连州市{BOLD}669项" in terminal("ask", LIANZHOU)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_nothing_is_bold_where_that_is_unwanted(environment: dict[str, str]) -> None:
    said = terminal("ask", LIANZHOU, environment=environment)
    assert "连州市669项" in said
    assert "\x1b" not in said


def test_json_is_never_bold() -> None:
    assert "\x1b" not in terminal("ask", "--json", LIANZHOU)


def test_lines_keep_within_a_terminal() -> None:
    from assistant.front.render import columns

    said = terminal("ask", LIANZHOU, columns=40, environment={"NO_COLOR": "1"})
    assert max(columns(line) for line in said.splitlines()) <= 40
    assert "669项" in said


def test_a_terminal_that_lacks_characters_is_no_fault() -> None:
    said = terminal("reports", environment=POOR)
    assert REPORT in said
    assert "Traceback" not in said


def test_a_terminal_without_a_question_is_wrong_use() -> None:
    assert "没有问题" in terminal("ask")


def test_a_question_needs_no_command_and_a_misspelt_command_is_guessed() -> None:
    for question in (LIANZHOU, "2013年连州市进驻多少项", "1535是什么数", "96%是什么数"):
        assert gongkai(question).stdout == gongkai("ask", question).stdout != b""
    assert "是不是“ask”" in gongkai("aks", LIANZHOU).stderr.decode()
    assert "是不是" not in gongkai("nothing").stderr.decode()
