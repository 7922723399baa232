"""The operator matrix, the edits and the roles on the command line: run for each report, counted in tables."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from assistant.front.streams import print_json

if TYPE_CHECKING:
    from assistant.adversaries.edits import EditsTally
    from assistant.adversaries.matrix import MatrixTally
    from assistant.adversaries.matrix.tally import Count, Example
    from assistant.adversaries.roles import RolesTally
    from assistant.engine import Assistant

DEEPEST = 3
HEADS = ("问", "对", "反问", "拒答", "答错")
Progress = Callable[[int, int], None]


def run_instruments(
    assistants: Iterable[Assistant], options: argparse.Namespace, progress: Progress
) -> int:
    """Ask each report, and print what became of it; how many answers were wrong."""
    wrong = printed = 0
    for assistant in assistants:
        for tally, text in _tallies(assistant, options, progress):
            if options.json:
                whole = asdict(tally)
                for name in ("wrong", "missed"):
                    whole[f"{name}_examples"] = whole[name][: options.show]
                    whole[name] = len(whole[name])
                print_json(whole)
            else:
                print("\n" * (printed > 0) + text(tally, options.show), flush=True)
            wrong += len(tally.wrong)
            printed += 1
    return wrong


def _tallies(
    assistant: Assistant, options: argparse.Namespace, progress: Progress
) -> Iterable[tuple[MatrixTally | EditsTally | RolesTally, Callable[..., str]]]:
    from assistant.adversaries.edits import run_edits
    from assistant.adversaries.matrix import run_matrix
    from assistant.adversaries.roles import run_roles
    from assistant.evaluation import read_questions

    report, limit, seed = assistant.cards[0].id, options.limit, options.seed
    if options.matrix:
        deepest = min(options.depth, DEEPEST)
        yield run_matrix(assistant, report, limit, seed, progress, deepest), _matrix_text
    if options.roles:
        yield run_roles(assistant, report, limit, seed, progress), _roles_text
    if options.edits or options.questions:
        asked = read_questions(options.questions) if options.questions else ()
        yield run_edits(assistant, report, limit, seed, progress, asked), _edits_text


def _matrix_text(tally: MatrixTally, shown: int) -> str:
    """The counts by operator, depth and frame, then what was wrong and what was missed."""
    from assistant.adversaries.matrix.material import load_frames

    labels, one = load_frames().words["labels"], tally.all
    return "\n\n".join(
        (
            f"{tally.report}：共问{one.asked}题，对{one.right}题，答错{one.wrong}题",
            _table("算子", tally.operators, labels),
            _table("层数", tally.depths, labels),
            _table("问法", tally.frames, labels),
            *_listed(tally.wrong, tally.missed, shown),
        )
    )


def _edits_text(tally: EditsTally, shown: int) -> str:
    """The counts by what must become of the answer and by kind of edit, then examples."""
    from assistant.adversaries.edits.material import load_words

    labels = load_words()["labels"]
    edits = sum(one.asked for one in tally.families)
    head = f"{tally.report}：问{tally.asked}题，答对{tally.edited}题，改写成{edits}题"
    return "\n\n".join(
        (
            f"{head}，答错{len(tally.wrong)}题",
            _table("应当", tally.families, labels),
            _table("改法", tally.kinds, labels),
            *_listed(tally.wrong, tally.missed, shown),
        )
    )


def _roles_text(tally: RolesTally, shown: int) -> str:
    """The counts by role and by what was changed, then examples."""
    from assistant.adversaries.roles.asking import load_words

    words = load_words()
    labels = dict(words["labels"])
    for kind, said in words["kinds"].items():
        labels = {
            f"{kind}/{name}": said + label for name, label in words["labels"].items()
        } | labels
    return "\n\n".join(
        (
            f"{tally.report}：共问{tally.asked}题，答错{len(tally.wrong)}题",
            _table("问法", [replace(c, name=labels[c.name]) for c in tally.kinds], {}),
            *_listed(tally.wrong, tally.missed, shown),
        )
    )


def _table(title: str, counts: Sequence[Count], labels: Mapping[str, str]) -> str:
    from assistant.front.render import table

    rows = [
        (
            labels.get(c.name.rpartition("/")[2], c.name) if c.name.count("/") < 2 else c.name,
            *map(str, (c.asked, c.right, c.clarified, c.refused, c.wrong)),
        )
        for c in counts
    ]
    return table([(title, *HEADS), *rows])


def _listed(wrong: Sequence[Example], missed: Sequence[Example], shown: int) -> Iterable[str]:
    for title, examples in (("答错", wrong), ("漏答", missed)):
        if examples and shown:
            lines = "\n".join(_line(example) for example in examples[:shown])
            yield f"{title}{len(examples)}题，列出{min(shown, len(examples))}题\n{lines}"


def _line(example: Example) -> str:
    why = f"（{example.why}）" if example.why else ""
    return f"{example.question}\n  应答：{example.wanted}\n  实答：{example.said}{why}"
