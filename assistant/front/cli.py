"""The command `gongkai`: a module a command in `assistant.front.commands`, loaded when called.

Data goes to standard output, messages and progress to standard error. Exit 0 done, 1 the answer is
no, 2 wrong use or bad input, said in one line.
"""

from __future__ import annotations

import argparse
import errno
import gc
import os
import re
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import NamedTuple, NoReturn

from assistant.errors import KnowledgeError, LearningError, PartsError, ReportError
from assistant.front.stored import add_reports, open_assistant, parts_of
from assistant.front.streams import (
    DONE,
    INTERRUPTED,
    NAME,
    UsageError,
    at_terminal,
    complain,
    leave_quietly,
    settle_streams,
    shown,
)
from assistant.parts import install, mend, need, packages_of

# Set by `.ci/gongkai`: packages that are wanting may be installed.
INSTALLS = "GONGKAI_INSTALLS"
# What a question begins with: a word in Chinese, perhaps behind a number (2013年, 12.5%是).
CHINESE = re.compile(r"[“《(（]?[\d.,]*%?[\u3400-\u9fff]")
# After how many new objects Python looks for cycles that nothing uses: an answer leaves hardly any, and each search
# goes over all that the reports say.
SELDOM = (100_000, 50, 100)
FAULTS = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有读写的权限",
    errno.EROFS: "所在的磁盘只能读",
    errno.ENOSPC: "磁盘已满",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these words (those of the process by default); the exit code."""
    settle_streams()
    gc.set_threshold(*SELDOM)
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _dispatch(words)
        sys.stdout.flush()
    except PartsError as fault:
        # From a checkout what is wanting is installed: its environment is its own.
        return _installed(words, fault) if os.environ.pop(INSTALLS, "") else complain(str(fault))
    except (UsageError, KnowledgeError, LearningError, ReportError) as fault:
        return complain(str(fault))
    except ModuleNotFoundError as fault:
        # What a package needs itself: to install the package once more brings it.
        said = mend(*packages_of(*_parts(words)))
        return complain(f"没有装齐所需的程序包，缺少 {fault.name}，{said}")
    except BrokenPipeError:
        return leave_quietly()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else "标准输出: "
        if not fault.filename:
            leave_quietly()
        return complain(
            f"{where}{FAULTS.get(fault.errno or 0, '不能读写')}，请检查路径、权限和磁盘空间"
        )
    return code


def _installed(words: list[str], fault: PartsError) -> int:
    """Install what is wanting, shown and not asked, then begin anew."""
    print(f"缺少 {'、'.join(fault.packages)}，正在安装（只在第一次，需要联网）……", file=sys.stderr)
    if install(fault.packages):
        os.execv(sys.executable, [sys.executable, "-m", "assistant", *words])
    return complain("安装失败，请检查网络后再运行一次")


def _dispatch(words: list[str]) -> int:
    if sys.stdout is None:
        raise UsageError("标准输出已关闭，没有地方写结果，请不要关闭它")
    if not words or words[0].partition("=")[0] in ("--store", "--report", "--learn"):
        return _converse(words)
    if _is_question(words[0]):
        words = ["ask", *words]
    first, rest = words[0], words[1:]
    if first in ("-h", "--help"):
        print(_overview())
        return DONE
    if first == "--version":
        from assistant import __version__

        print(f"{NAME} {__version__}")
        return DONE
    if first not in COMMANDS:
        raise UsageError(_no_such_command(first))
    command = COMMANDS[first]
    parser = _Parser(f"{first} {command.words}".strip(), command.summary)
    module = import_module(f"assistant.front.commands.{first}")
    module.declare(parser)
    options = rest[: rest.index("--")] if "--" in rest else rest
    if {"-h", "--help"} & set(options):
        print(parser.format_help(), end="")
        return DONE
    # Options may stand anywhere, but behind -- every word is as it is.
    given = parser.parse_args(rest) if "--" in rest else parser.parse_intermixed_args(rest)
    needs = module.needs(given) if hasattr(module, "needs") else ()
    need(*command.parts, *parts_of(getattr(given, "store", None)), *needs)
    code: int = module.run(given)
    return code


def _converse(words: list[str]) -> int:
    from assistant.front.learning import add_learn, recording

    parser = _Parser(TALK, "对话：逐句提问")
    add_reports(parser)
    add_learn(parser)
    options = parser.parse_args(words)
    if options.help:
        print(parser.format_help(), end="")
        return DONE
    need("answers", *(["terminal"] if at_terminal() else []), *parts_of(options.store))
    from assistant.front import repl

    assistant = open_assistant(options)
    with recording(options) as record:
        return repl.run(assistant, record)


class _Command(NamedTuple):
    words: str
    summary: str
    # What it needs whatever it is given, see `assistant.parts`.
    parts: tuple[str, ...] = ("answers",)


# The words that choose the reports to be asked.
TALK = "[--store 库] [--report 编号 …]"
COMMANDS: Mapping[str, _Command] = {
    "ask": _Command(f"[问题 …] [--json | --jsonl] {TALK}", "回答问题，并附出处"),
    "explain": _Command(f"问题 … {TALK}", "逐词说明一个问题是怎样读的"),
    "compile": _Command(
        "[文件或文件夹 …] [--store 库]", "把报告编译成数据和陈述", ("answers", "progress")
    ),
    "reports": _Command("[--json] [--store 库]", "列出已载入的报告", ()),
    "source": _Command("编号 [--store 库]", "输出报告原文，出处的位置都按它计数", ()),
    "ledger": _Command("编号 [--json] [--store 库]", "列出报告里的每个数字和它的去向", ()),
    "check": _Command(
        "[编号 …] [--store 库] [--all] [--json | --csv]", "核对合计、标准表的勾稽关系和年度衔接"
    ),
    "diff": _Command("旧 新 [--questions 文件] [--json]", "对照两次编译：数据、陈述和答复有何不同"),
    "verify": _Command("文件 [--json] [--store 库]", "不靠引擎，独立核对答案的证据", ()),
    "eval": _Command(
        f"文件 … [--show all|wrong|none] [--json] {TALK}",
        "用问题文件给答案打分",
        ("answers", "progress"),
    ),
    "adversaries": _Command(
        "[编号 …] [--matrix [--depth 数]] [--edits] [--questions 文件] [--limit 数] [--seed 数] [--json] …",
        "用自编的题目考验：能答的要答对，不能答的要拒答",
    ),
    "faq": _Command(
        "编号 [--format 格式] [--output 文件] [--section 章节 …] [--topic 主题 …] [--length 篇幅] [--store 库]",
        "由报告出常见问题，逐题核对后写成网页、文档或表格",
        ("answers", "progress"),
    ),
    "serve": _Command(
        f"[--host 地址] [--port 端口] {TALK} …", "网上的问答服务", ("answers", "serve")
    ),
    "mcp": _Command(
        f"[--http [--host 地址] [--port 端口] …] {TALK}",
        "供大模型客户端使用的工具（MCP）",
        ("answers", "mcp"),
    ),
    "unanswered": _Command(
        "[accept 词 名称 | reject 词 名称 | forget 词 …] [--learn 文件] …",
        "把没答上的问题按词归类，补充词表",
    ),
    "desk": _Command(
        "[--learn 文件] [--port 端口] [--knowledge 文件夹] …",
        "编辑台：在本机的网页上处理没答上的问题",
        ("answers", "serve"),
    ),
    "knowledge": _Command("[文件夹]", "正在用的词表在哪里；另存一份自己的", ()),
}

# What argparse says in English, and the same in Chinese.
SAID = (
    (r"unrecognized arguments: (.+)", "不认识的参数：{}"),
    (r"the following arguments are required: (.+)", "缺少参数：{}"),
    (r"argument (\S+): expected (?:at least )?one argument", "{} 后面要写内容"),
    (r"argument (\S+): ignored explicit argument (.+)", "{} 后面不用写内容，却写了{}"),
    (r"argument (\S+): no natural number", "{} 要写不带符号的整数"),
    (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", "{} 不能是{}，可用的是：{}"),
)

# Said here, for else argparse measures the terminal for every option, and loads what that needs.
HELP_WIDTH = 100


class _Parser(argparse.ArgumentParser):
    """Says in one Chinese line what is wrong with the words of a command."""

    def __init__(self, usage: str, summary: str) -> None:
        super().__init__(
            prog=f"{NAME} {'' if usage[0] == '[' else usage.split(maxsplit=1)[0]}".strip(),
            usage=f"{NAME} {usage}",
            description=summary,
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: argparse.HelpFormatter(prog, width=HELP_WIDTH),
        )
        self.add_argument("-h", "--help", action="store_true", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        matches = ((re.fullmatch(pattern, message), said) for pattern, said in SAID)
        said = next((said.format(*found.groups()) for found, said in matches if found), "参数不对")
        said = said.replace("'", "").replace(", ", "、")
        raise UsageError(f"{said}。用法见 {self.prog} --help")

    def format_help(self) -> str:
        text = super().format_help().replace("usage: ", "用法：", 1)
        return text.replace("positional arguments:", "参数：").replace("options:", "选项：")


def _overview() -> str:
    lines = [
        "按政府信息公开年度报告回答问题，并附出处。",
        "",
        f"用法：{NAME} [命令] …",
        "",
        "命令：",
    ]
    lines.append(f"  {'':13}不写命令，进入对话，可用 --store 和 --report")
    lines += [f"  {name:13}{command.summary}" for name, command in COMMANDS.items()]
    lines += ["", f"  {NAME} 命令 --help 显示命令的用法，{NAME} --version 显示版本。"]
    return "\n".join(lines)


def _parts(words: Sequence[str]) -> tuple[str, ...]:
    """What a command needs whatever it is given."""
    known = words and words[0] in COMMANDS
    return COMMANDS[words[0]].parts if known else ("answers", "terminal")


def _is_question(word: str) -> bool:
    """连州市进驻多少项, 2013年多少项: what begins in Chinese is no command."""
    return bool(CHINESE.match(word))


def _no_such_command(word: str) -> str:
    if word.startswith("-"):
        return f"不认识的参数：{shown(word)}。用法见 {NAME} --help"
    near = get_close_matches(word.lower(), COMMANDS, 1)
    if near:
        return f"没有命令“{shown(word)}”，是不是“{near[0]}”？所有命令见 {NAME} --help"
    known = "、".join(COMMANDS)
    return f"没有命令“{shown(word)}”，可用的是：{known}。要提问请写成：{NAME} ask 问题"
