"""What a reader sees: the greeting, an answer with its proof, the questions to go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.engine import Assistant
from assistant.front.render import NARROWEST, Stretch, nearest, render
from assistant.front.repl.layout import Page
from assistant.front.repl.passages import passages, sentence_around
from assistant.front.tablecells import TableCell
from assistant.model import Answer
from assistant.presentation import legible

OTHERS = "还有{count}段，见 /出处"
FOLDED = "最相关的原文有{count}段（不是答案），见 /出处"
# What stands around the first line of a passage that is shown in short: its margin, its marks, what tells it is cut.
BESIDE = 12


def greeting(assistant: Assistant, page: Page) -> str:
    """The report's title and one question to begin with."""
    cards = assistant.cards
    others = f"等{len(cards)}份报告" if len(cards) > 1 else ""
    example = next(iter(assistant.examples()), "")
    such_as = f"，例如问：{example}" if example else ""
    return page.write(f"《{cards[0].title}》{others}{such_as}")


def shown(
    answer: Answer,
    offered: Sequence[str],
    assistant: Assistant,
    page: Page,
    bars: str = "",
    cells: Sequence[TableCell] = (),
) -> str:
    """An answer, the sentences that prove it, its bars, and next to the prompt the numbered questions.

    So that a refusal is seen to be one, a low page shows only as many of its passages as it has room for: the nearest,
    if need be without its section, or in short, or only where they are all told.
    """
    bare = replace(answer, citations=(), suggestions=(), passages=())
    said = render(bare, page.color, page.width)
    behind = proof(answer, assistant, page, cells=cells), bars, choices(answer, offered, page)
    texts = [_joined(said, near, *behind) for near in _ways_to_show(answer, assistant, page)]
    return next(filter(page.holds, texts), texts[-1])


def _ways_to_show(answer: Answer, assistant: Assistant, page: Page) -> list[str]:
    """The passages of a refusal, each way shorter than the one before."""
    if not answer.passages:
        return [""]
    fewer = range(len(answer.passages), 0, -1)
    return [
        *(nearest_to(answer, assistant, page, count) for count in fewer),
        nearest_to(answer, assistant, page, 1, sections=False),
        nearest_to(_in_short(answer, page), assistant, page, 1, sections=False, titles=False),
        "\n" + page.write(FOLDED.format(count=len(answer.passages))),
    ]


def _in_short(answer: Answer, page: Page) -> Answer:
    """The same with each passage as long as one line of the page."""
    room = max((page.width or NARROWEST) - BESIDE, NARROWEST) // 2
    cut = (legible(passage.quote) for passage in answer.passages)
    short = (quote if len(quote) <= room else f"{quote[:room]}…" for quote in cut)
    kept = zip(answer.passages, short, strict=True)
    return replace(answer, passages=tuple(replace(passage, quote=said) for passage, said in kept))


def nearest_to(
    answer: Answer,
    assistant: Assistant,
    page: Page,
    count: int | None = None,
    sections: bool = True,
    titles: bool = True,
) -> str:
    """The passages that a refusal shows; or the first of them, and where the others are."""
    kept = replace(answer, passages=answer.passages[:count])
    lines = list(nearest(kept, page.width, titles and len(assistant.cards) > 1, sections))
    left = len(answer.passages) - len(kept.passages)
    others = [page.write(OTHERS.format(count=left), "  ")] if left else []
    return "\n".join(["", *lines, *others])


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part.strip())


def proof(
    answer: Answer,
    assistant: Assistant,
    page: Page,
    around: Callable[[str, int, int], Stretch] = sentence_around,
    cells: Sequence[TableCell] = (),
) -> str:
    """For each place cited: its section, and the text around it with the figures marked; of a row these `cells`."""
    several = len(assistant.cards) > 1
    lines = []
    for passage in passages(answer, assistant.report, around):
        title = f"《{passage.title}》" if several else ""
        lines.append(page.write(title + passage.section, "出处："))
        alone = [cell for cell in cells if cell.citation in passage.cited]
        for cell in alone:
            number = len(cell.words) - len(cell.text), len(cell.words)
            lines.append(page.write(cell.words, "  ", marks=(number,)))
        if not alone:
            lines.append(page.write(passage.text, "  ", marks=passage.marks))
    return "\n".join(lines)


def choices(answer: Answer, offered: Sequence[str], page: Page) -> str:
    """The questions that a number chooses."""
    if not offered:
        return ""
    head = "请选择（输入编号）：" if answer.status == "clarify" else "还可以问（输入编号）："
    rows = [page.write(question, f"  {number}. ") for number, question in enumerate(offered, 1)]
    return "\n".join([page.write(head), *rows])
