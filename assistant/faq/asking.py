"""Every draft is asked of the engine; what is answered as wanted becomes an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import proof
from assistant.drafting.draft import Draft
from assistant.drafting.frame import Frame
from assistant.drafting.material import Material
from assistant.engine import Assistant
from assistant.faq.common import Common
from assistant.faq.entries import Collection, Entry, Withheld
from assistant.faq.gathering import Found, gathered
from assistant.faq.judging import fault, is_same
from assistant.faq.narrowing import Narrowing
from assistant.faq.saying import said
from assistant.faq.standing import Standing
from assistant.model import Answer, Report
from assistant.store.packing import card_of
from assistant.trace import Trace

Ask = Callable[[str], Trace]
# Between the headings of a column, the outer one first.
COLUMNS = "—"


def ask_all(
    report: Report,
    drafts: Sequence[Draft],
    assistant: Assistant,
    material: Material,
    variants: int,
    done: Callable[[], None] = lambda: None,
    common: bool = True,
) -> Collection:
    """The entries of a report, the common questions first, then by its text, and what is withheld.

    `assistant` answers for this report alone; `variants` is how many other ways to ask an entry keeps;
    `done` is called after each draft; without `common` all stand in the order of the text.
    """
    frame = Frame(report, material)
    asking = _Asking(
        report, assistant.attempt, material, _sources(report), Narrowing(frame), Standing(frame)
    )
    entries: list[Found] = []
    withheld: list[Withheld] = []
    for draft in drafts:
        found = asking.entry(draft)
        (entries if isinstance(found, Found) else withheld).append(found)  # type: ignore[arg-type]
        done()
    merged, clashing = _merged(entries)
    kept = gathered(merged, frame)
    if common:
        kept = Common(frame, assistant.attempt).first(kept)
    kept = [replace(entry, variants=entry.variants[:variants]) for entry in kept]
    return Collection(card_of(report), report.source, tuple(kept), (*withheld, *clashing))


@dataclass(frozen=True, slots=True)
class _Asking:
    """The engine, and what its answers are held against."""

    report: Report
    ask: Ask
    material: Material
    sources: Mapping[str, proof.Source]
    narrowing: Narrowing
    standing: Standing

    def entry(self, draft: Draft) -> Found | Withheld:
        """The first question that is answered as wanted, with those that are answered the same."""
        right: list[Answer] = []
        why = "clumsy" if draft.questions else "unasked"
        clumsy = self.material.is_clumsy if not draft.rows else self.material.is_ungrammatical
        identity = draft.id(self.report.id)
        for question in self.standing.ways(draft):
            if clumsy(question):
                continue
            lacking = self.standing.lacks(question, draft)
            if lacking:
                why = why if right else lacking
                continue
            trace = self.ask(question)
            answer = trace.answer
            found = fault(trace, draft.wanted, self.sources, draft.kind)
            if not found and self.material.is_fragment(answer.text):
                found = "fragment"
            if not found and (not right or is_same(answer, right[0])):
                right.append(answer)
            elif not right:
                why = found
        if not right:
            first = next(iter(draft.questions), "")
            return Withheld(identity, first, why)
        right.sort(key=lambda answer: self.material.is_bare(answer.question))
        main = right[0]
        topic = draft.topic or self.material.topic_of(main.question, draft.section)
        asked = (answer.question for answer in right[1:])
        others = tuple(q for q in asked if self.narrowing.is_narrow(q, main.question, draft.kind))
        text = said(main, draft, self.standing.frame)
        place = (draft.section, main.question, others, main, text, draft.section)
        entry = Entry(identity, draft.kind, topic, *place, columns=self._columns(draft))
        return Found(entry, draft, draft.wanted.facts)

    def _columns(self, draft: Draft) -> str:
        """The columns in which a cell stands whose row has no name."""
        cells = [f for f in self.report.figures if f.id in draft.wanted.facts and f.table]
        nameless = [cell for cell in cells if not cell.row and len(cell.column) > 1]
        return COLUMNS.join(nameless[0].column[:-1]) if nameless else ""


def _merged(found: Iterable[Found]) -> tuple[list[Found], list[Withheld]]:
    """No question twice: the same answer is one entry, with the later questions as its variants."""
    kept: list[Found] = []
    withheld: list[Withheld] = []
    for one in found:
        entry = one.entry
        answers = (i for i, other in enumerate(kept) if is_same(entry.answer, other.entry.answer))
        at = next(answers, None)
        if at is not None:
            kept[at] = _joined(kept[at], one)
        elif any(entry.question == other.entry.question for other in kept):
            withheld.append(Withheld(entry.id, entry.question, "clash"))
        else:
            kept.append(one)
    return list(_each_question_once(kept)), withheld


def _joined(first: Found, later: Found) -> Found:
    """The first with the later one's questions as variants, and the facts of both."""
    others = (*first.entry.variants, later.entry.question, *later.entry.variants)
    variants = tuple(q for q in dict.fromkeys(others) if q != first.entry.question)
    entry = replace(first.entry, variants=variants)
    return replace(first, entry=entry, facts=first.facts | later.facts)


def _each_question_once(found: Sequence[Found]) -> Iterator[Found]:
    """A variant that another entry asks stands only there."""
    taken = {one.entry.question for one in found}
    for one in found:
        variants = [q for q in one.entry.variants if q not in taken]
        taken |= set(variants)
        yield replace(one, entry=replace(one.entry, variants=tuple(variants)))


def _sources(report: Report) -> Mapping[str, proof.Source]:
    """What `assistant.proof` holds answers against: this report."""
    from dataclasses import asdict

    corrected = proof.corrections(asdict(figure) for figure in report.figures)
    return {report.id: proof.Source(report.source, report.digest, report.title, corrected)}
