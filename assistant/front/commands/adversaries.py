"""`gongkai adversaries`: questions from the facts with twins to be refused, and the operator matrix."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assistant.front.stored import add_store, open_reports
from assistant.front.streams import DONE, NO, print_json, progress

if TYPE_CHECKING:
    from assistant.adversaries import Count, Tally
    from assistant.adversaries.matrix import MatrixTally
    from assistant.adversaries.matrix.tally import Example as MatrixExample
    from assistant.engine import Assistant


ACROSS = "多份报告"
DEEPEST = 3


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add = parser.add_argument
    add("reports", nargs="*", metavar="编号", help="报告的编号；不写则问全部报告")
    about = "算子组合题：查、加、比、排、筛层层组合，真值另算，答错即算错"
    add("--matrix", action="store_true", help=about)
    add("--depth", type=_natural, default=3, metavar="数", help="--matrix 最多组合几层，默认3")
    add("--limit", type=_natural, metavar="数", help="每份报告最多问这么多题，不写则全问")
    add("--seed", type=_natural, default=0, metavar="数", help="换一个数就换一批题，默认0")
    about = "列出误导（答错）和漏答各多少题，默认10"
    add("--show", type=_natural, default=10, metavar="数", help=about)
    add("--json", action="store_true", help="每份报告输出一行 JSON")
    add_store(parser)


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError("no natural number")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Ask every report its own hard questions; 1 where an answer misled."""
    from assistant import adversaries
    from assistant.engine import Assistant

    store = open_reports(options)
    together = Assistant(store=store, reports=options.reports)
    if options.matrix:
        each = (Assistant(store=store, reports=[card.id]) for card in together.cards)
        return NO if sum([_matrix(one, options, at) for at, one in enumerate(each)]) else DONE
    tallies = (
        adversaries.run(
            Assistant(store=store, reports=[card.id]), card.id, options.limit, options.seed, _asked
        )
        for card in together.cards
    )
    misled = sum([_show(tally, options, at) for at, tally in enumerate(tallies)])
    if len(together.cards) > 1:
        tally = adversaries.run_across(together, ACROSS, options.limit, options.seed, _asked)
        misled += _show(tally, options, 1)
    return NO if misled else DONE


def _matrix(assistant: Assistant, options: argparse.Namespace, number: int) -> int:
    """Ask one report the questions of the operator matrix; how many answers were wrong."""
    from dataclasses import asdict

    from assistant.adversaries.matrix import run_matrix

    report = assistant.cards[0].id
    tally = run_matrix(
        assistant, report, options.limit, options.seed, _asked, min(options.depth, DEEPEST)
    )
    if options.json:
        whole = asdict(tally)
        for name in ("wrong", "missed"):
            whole[f"{name}_examples"] = whole[name][: options.show]
            whole[name] = len(whole[name])
        print_json(whole)
    else:
        print("\n" * (number > 0) + _matrix_text(tally, options.show), flush=True)
    return len(tally.wrong)


def _matrix_text(tally: MatrixTally, shown: int) -> str:
    """The counts by operator, depth and frame, then what was wrong and what was missed."""
    from assistant.adversaries.matrix.material import load_frames
    from assistant.front.render import table

    frames, one = load_frames(), tally.all
    heads = ("问", "对", "反问", "拒答", "答错")
    parts = [f"{tally.report}：共问{one.asked}题，对{one.right}题，答错{one.wrong}题"]
    for title, counts in (
        ("算子", tally.operators),
        ("层数", tally.depths),
        ("问法", tally.frames),
    ):
        rows = [
            (frames.label(c.name), *map(str, (c.asked, c.right, c.clarified, c.refused, c.wrong)))
            for c in counts
        ]
        parts.append(table([(title, *heads), *rows]))
    for title, examples in (("答错", tally.wrong), ("漏答", tally.missed)):
        if examples and shown:
            lines = [_line(example) for example in examples[:shown]]
            parts.append(f"{title}{len(examples)}题，列出{len(lines)}题\n" + "\n".join(lines))
    return "\n\n".join(parts)


def _line(example: MatrixExample) -> str:
    why = f"（{example.why}）" if example.why else ""
    return f"{example.question}\n  应答：{example.wanted}\n  实答：{example.said}{why}"


def _show(tally: Tally, options: argparse.Namespace, number: int) -> int:
    """Print a tally; how many answers misled."""
    if options.json:
        print_json(_tally(tally, options.show))
    else:
        print("\n" * (number > 0) + _tally_text(tally, options.show), flush=True)
    return len(tally.misled)


def _asked(done: int, whole: int) -> None:
    progress(f"已问{done}/{whole}题")


def _tally_text(tally: Tally, shown: int) -> str:
    """The tally as tables, then what misled and what was missed."""
    from assistant.adversaries.material import load_material
    from assistant.front.render import table

    material = load_material()
    heads = ("问", "对", "反问", "拒答", "误导")

    def rows(title: str, counts: Sequence[Count], group: str = "") -> str:
        named = ((material.label(group, c.name), c) for c in counts)
        cells = [
            (n, *map(str, (c.asked, c.right, c.clarified, c.refused, c.misled))) for n, c in named
        ]
        return table([(title, *heads), *cells])

    said = f"回答率{tally.recall:.2%}，误导{len(tally.misled)}题"
    groups = (
        ("写法", tally.noises, "noises"),
        ("断言", tally.claims, "claims"),
        ("对照", tally.twin_kinds, "twins"),
        ("问法", tally.frames, "frames"),
    )
    parts = [
        f"{tally.report}：共问{tally.asked}题\n{said}",
        rows("题目", (tally.answerable, tally.twins), "tally"),
        *(rows(title, counts, group) for title, counts, group in groups if counts),
    ]
    for title, examples in (("误导", tally.misled), ("漏答", tally.missed)):
        if examples and shown:
            lines = [
                f"{e.asked.text}\n  应答：{e.wanted}\n  实答：{e.said}" for e in examples[:shown]
            ]
            parts.append(f"{title}{len(examples)}题，列出{len(lines)}题\n" + "\n".join(lines))
    return "\n\n".join(parts)


def _tally(tally: Tally, shown: int) -> dict[str, Any]:
    from dataclasses import asdict

    whole = {**asdict(tally), "asked": tally.asked, "recall": f"{tally.recall:.4f}"}
    for name in ("misled", "missed"):
        whole[f"{name}_examples"] = whole[name][:shown]
        whole[name] = len(whole[name])
    return whole
