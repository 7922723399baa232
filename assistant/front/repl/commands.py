"""The slash commands, as a table: each says something about the report or the last answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.engine import Assistant
from assistant.front.letter import letter
from assistant.front.repl.layout import Page
from assistant.front.repl.passages import paragraph_around
from assistant.front.repl.show import nearest_to, proof
from assistant.front.trace import render_reading
from assistant.model import Report, Section
from assistant.naming import subject
from assistant.trace import Trace

NOTHING_ASKED = "还没有提过问题。"
NOTHING_TO_COPY = "上一个问题没有答上，没有可以抄录的。"
NOT_KEPT = "现在没有记录问题；要记录，请这样打开对话：gongkai --learn 文件"
KEPT = "已记下，会交给编辑人员看。"
UNHELPFUL = "没用"
FRESH = "—— 新对话，不接前文 ——"
LONGEST_HEADING = 40
LISTED, SHOWN = 10, 30


@dataclass(frozen=True, slots=True)
class Output:
    """What a line brings about: text to show, the screen cleared, the conversation begun anew or left.

    `refused` where what the line asks for was not done: a question not answered, no such command. `remark` where the
    last answer was called unhelpful, with what else was said of it.
    """

    text: str = ""
    clear: bool = False
    fresh: bool = False
    leave: bool = False
    refused: bool = False
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a command can speak of: the reports, the last question's trace, the page; are questions kept?"""

    assistant: Assistant
    page: Page
    trace: Trace | None = None
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its Chinese name, its other names, what it is for, what it does; `kept`, only where questions are."""

    name: str
    aliases: tuple[str, ...]
    help: str
    act: Callable[[Scene, str], Output]
    kept: bool = False

    def names(self) -> tuple[str, ...]:
        """Everything that may be typed after the slash."""
        return (self.name, *self.aliases)


def slash(line: str) -> str | None:
    """What stands after the slash of a command line; None for a question.

    With a Chinese keyboard the slash key gives `、`, which begins no question.

    >>> slash("/出处"), slash("、帮助"), slash("／COPY A.txt"), slash("连州市多少项")
    ('出处', '帮助', 'copy A.txt', None)
    """
    line = line.strip()
    if line[:1] not in ("/", "／", "、"):
        return None
    name, blank, argument = line[1:].strip().partition(" ")
    return name.lower() + blank + argument


def perform(line: str, scene: Scene) -> Output:
    """Do what a command line says; `line` comes without its slash."""
    name, _, argument = line.partition(" ")
    for command in COMMANDS:
        if name in command.names():
            return command.act(scene, argument.strip())
    return Output(scene.page.write(f"没有“/{name}”这个命令，可用的命令见 /帮助"), refused=True)


def _cite(scene: Scene, _: str) -> Output:
    if scene.trace is None:
        return Output(NOTHING_ASKED)
    shown = proof(scene.trace.answer, scene.assistant, scene.page, paragraph_around)
    near = nearest_to(scene.trace.answer, scene.assistant, scene.page).strip("\n")
    return Output(shown or near or "这个回答没有引用报告原文。")


def _letter(scene: Scene, name: str) -> Output:
    """The last answer with its sources as plain text, shown or written to a new file."""
    if scene.trace is None:
        return Output(NOTHING_ASKED)
    text = letter(scene.trace, scene.assistant.wording["labels"]["letter"])
    if not text:
        return Output(scene.page.write(NOTHING_TO_COPY), refused=True)
    if not name:
        return Output(text)
    path = Path(name).expanduser()
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(f"{text}\n")
    except FileExistsError:
        return Output(scene.page.write(f"{name}: 已经有这个文件，请换一个名字"), refused=True)
    except OSError:
        return Output(scene.page.write(f"{name}: 不能写到这里，请换一个地方"), refused=True)
    return Output(scene.page.write(f"已写到 {path.absolute()}"))


def _explain(scene: Scene, _: str) -> Output:
    if scene.trace is None:
        return Output(NOTHING_ASKED)
    return Output(scene.page.fitted(render_reading(scene.trace, scene.assistant)))


def _reports(scene: Scene, argument: str) -> Output:
    """The loaded reports, or those whose title or id holds the argument."""
    cards = [c for c in scene.assistant.cards if argument in c.title or argument in c.id]
    lines = [scene.page.title(f"共{len(cards)}份报告")]
    lines += [scene.page.write(f"{c.id}  {c.title}", "  ", "    ") for c in cards[:SHOWN]]
    if len(cards) > SHOWN:
        lines.append(scene.page.write("还有更多，请在命令后面写上地区或年份，例如：/报告 2023"))
    return Output("\n".join(lines))


def _contents(scene: Scene, argument: str) -> Output:
    report = _report(scene, argument)
    if report is None:
        return Output(_no_such_report(scene, argument))
    depth: dict[str | None, int] = {None: -1}
    lines = [scene.page.title(f"《{report.title}》")]
    for section in report.sections:
        depth[section.id] = level = depth.get(section.parent, -1) + 1
        lines.append(scene.page.write(_heading(section), "  " * level + section.label))
    return Output("\n".join(lines))


def _ledger(scene: Scene, argument: str) -> Output:
    report = _report(scene, argument)
    if report is None:
        return Output(_no_such_report(scene, argument))
    figures = {figure.id: figure for figure in report.figures}
    stated = sum(1 for entry in report.ledger if entry.figure in figures)
    head = f"报告里的数字共{len(report.ledger)}处：{stated}处是数据，其余注明原因。"
    lines = [scene.page.title(head)]
    for entry in report.ledger:
        figure = figures.get(entry.figure or "")
        said = subject(figure, report) or figure.quote if figure else entry.reason
        lines.append(scene.page.write(f"{entry.text}  {said}", hang="    "))
    return Output("\n".join(lines))


def _clear(_scene: Scene, _: str) -> Output:
    return Output(clear=True)


def _fresh(_scene: Scene, _: str) -> Output:
    return Output(FRESH, fresh=True)


def _help(scene: Scene, _: str) -> Output:
    lines = [scene.page.write("直接输入问题；输入编号选择列出的问题。可用的命令：")]
    for command in (one for one in COMMANDS if scene.keeps or not one.kept):
        names = "  ".join(f"/{name}" for name in command.names())
        lines.append(scene.page.title(names, "  "))
        lines.append(scene.page.write(command.help, "      "))
    return Output("\n".join(lines))


def _unhelpful(scene: Scene, argument: str) -> Output:
    if not scene.keeps:
        return Output(scene.page.write(NOT_KEPT), refused=True)
    if scene.trace is None:
        return Output(NOTHING_ASKED)
    return Output(KEPT, remark=argument)


def _leave(_scene: Scene, _: str) -> Output:
    return Output(leave=True)


COMMANDS = (
    Command("出处", ("原文", "cite"), "上一个回答所引原文的整段", _cite),
    Command(
        "抄录",
        ("copy",),
        "上一个回答和出处的纯文本，可以放进信里；后面写文件名则存成文件",
        _letter,
    ),
    Command("解释", ("explain",), "上一个问题是怎样读懂的", _explain),
    Command("报告", ("reports",), "已载入的报告；后面可以写地区或年份", _reports),
    Command("目录", ("toc",), "报告的各个部分", _contents),
    Command("台账", ("ledger",), "报告里的每一个数字", _ledger),
    Command("新对话", ("new",), "忘掉前面的问题，从头问起（也可以按 Ctrl-N）", _fresh),
    Command(
        UNHELPFUL,
        ("unhelpful",),
        "上一个回答没有用，或者不是要问的；后面可以写一句话",
        _unhelpful,
        True,
    ),
    Command("清屏", ("clear",), "清空屏幕", _clear),
    Command("帮助", ("help",), "这份说明", _help),
    Command("退出", ("quit", "exit"), "离开（也可以按 Ctrl-D）", _leave),
)


def _report(scene: Scene, identity: str) -> Report | None:
    """The report that is named, or that the last answer cites, or the first."""
    if identity:
        return scene.assistant.report(identity)
    if scene.trace and scene.trace.answer.citations:
        return scene.assistant.report(scene.trace.answer.citations[0].report)
    return scene.assistant.report(scene.assistant.cards[0].id)


def _heading(section: Section) -> str:
    """A section's heading; where a whole sentence serves as heading, its beginning."""
    heading = re.sub(r"\s+", "", section.heading)
    return heading if len(heading) <= LONGEST_HEADING else heading[: LONGEST_HEADING - 1] + "…"


def _no_such_report(scene: Scene, identity: str) -> str:
    cards = scene.assistant.cards
    known = "、".join(card.id for card in cards[:LISTED])
    others = f"等{len(cards)}份" if len(cards) > LISTED else ""
    return scene.page.write(f"没有载入“{identity}”；已载入：{known}{others}")
