"""What a reader sees: the greeting, an answer with its proof, the questions to go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.engine import Assistant
from assistant.front.render import Stretch, nearest, render
from assistant.front.repl.layout import Page
from assistant.front.repl.passages import passages, sentence_around
from assistant.front.tablecells import TableCell
from assistant.model import Answer

OTHERS = "还有{count}段，见 /出处"


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

    So that a refusal is seen to be one, a low page shows only as many of its passages as it has room for, at least the
    nearest, if need be without its section.
    """
    bare = replace(answer, citations=(), suggestions=(), passages=())
    said = render(bare, page.color, page.width)
    behind = proof(answer, assistant, page, cells=cells), bars, choices(answer, offered, page)
    ways = [*((count, True) for count in range(len(answer.passages), 1, -1)), (1, True), (1, False)]
    texts = [_joined(said, nearest_to(answer, assistant, page, *way), *behind) for way in ways]
    return next(filter(page.holds, texts), texts[-1])


def nearest_to(
    answer: Answer,
    assistant: Assistant,
    page: Page,
    count: int | None = None,
    sections: bool = True,
) -> str:
    """The passages that a refusal shows; or the first of them, and where the others are."""
    kept = replace(answer, passages=answer.passages[:count])
    lines = list(nearest(kept, page.width, len(assistant.cards) > 1, sections))
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
