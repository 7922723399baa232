"""`gongkai adversaries`: questions from the facts with twins, the operator matrix, edits, roles of clauses."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.front.stored import add_store, open_reports
from assistant.front.streams import DONE, NO, print_json, progress

if TYPE_CHECKING:
    from assistant.adversaries import Count, Tally


ACROSS = "多份报告"


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    add = parser.add_argument
    add("reports", nargs="*", metavar="编号", help="报告的编号；不写则问全部报告")
    about = "算子组合题：查、加、比、排、筛层层组合，真值另算，答错即算错"
    add("--matrix", action="store_true", help=about)
    about = "把答对的题改写：有的应答不变，有的应拒答，有的应改变"
    add("--edits", action="store_true", help=about)
    about = "照报告的分句问谁、对谁、在哪、何时，再换掉一处，问成没有的事：答成有即算错"
    add("--roles", action="store_true", help=about)
    about = "改写这个文件里的题（格式同 gongkai eval），不写则改写由报告出的题"
    add("--questions", type=Path, metavar="文件", help=about)
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
    if options.matrix or options.edits or options.roles or options.questions:
        from assistant.front.instruments import run_instruments

        each = (Assistant(store=store, reports=[card.id]) for card in together.cards)
        return NO if run_instruments(each, options, _asked) else DONE
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
