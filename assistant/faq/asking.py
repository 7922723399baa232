"""Every draft is asked of the engine; what is answered as wanted becomes an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import proof
from assistant.alone import Trace
from assistant.engine import Assistant
from assistant.faq.entries import Collection, Draft, Entry, Withheld
from assistant.faq.judging import fault
from assistant.faq.material import Material
from assistant.model import Answer, Report
from assistant.store.packing import card_of

Ask = Callable[[str], Trace]


def ask_all(
    report: Report,
    drafts: Sequence[Draft],
    assistant: Assistant,
    material: Material,
    variants: int,
    done: Callable[[], None] = lambda: None,
) -> Collection:
    """The entries of a report in the order of its text, and what is withheld.

    `assistant` answers for this report alone; `variants` is how many other ways to ask an entry keeps;
    `done` is called after each draft.
    """
    asking = _Asking(report, assistant.attempt, material, _sources(report))
    entries: list[Entry] = []
    withheld: list[Withheld] = []
    for draft in drafts:
        found = asking.entry(draft)
        (entries if isinstance(found, Entry) else withheld).append(found)  # type: ignore[arg-type]
        done()
    kept, clashing = _merged(entries)
    kept = [replace(entry, variants=entry.variants[:variants]) for entry in kept]
    return Collection(card_of(report), report.source, tuple(kept), (*withheld, *clashing))


@dataclass(frozen=True, slots=True)
class _Asking:
    """The engine, and what its answers are held against."""

    report: Report
    ask: Ask
    material: Material
    sources: Mapping[str, proof.Source]

    def entry(self, draft: Draft) -> Entry | Withheld:
        """The first question that is answered as wanted, with those that are answered the same."""
        right: list[Answer] = []
        why = "clumsy" if draft.questions else "unasked"
        identity = draft.id(self.report.id)
        for question in draft.questions:
            if self.material.is_clumsy(question):
                continue
            trace = self.ask(question)
            answer = trace.answer
            found = fault(trace, draft.wanted, self.sources, draft.kind)
            if not found and (not right or _same(answer, right[0])):
                right.append(answer)
            elif not right:
                why = found
        if not right:
            first = next(iter(draft.questions), "")
            return Withheld(identity, first, why)
        main = right[0]
        topic = draft.topic or self.material.topic_of(main.question, draft.section)
        others = tuple(answer.question for answer in right[1:])
        return Entry(identity, draft.kind, topic, draft.section, main.question, others, main)


def _same(answer: Answer, other: Answer) -> bool:
    """Do both give the same figures and citations in the same words?"""
    return (answer.text, answer.citations, answer.values) == (
        other.text,
        other.citations,
        other.values,
    )


def _merged(entries: Iterable[Entry]) -> tuple[list[Entry], list[Withheld]]:
    """No question twice: the same answer is one entry, with the later questions as its variants."""
    kept: list[Entry] = []
    withheld: list[Withheld] = []
    for entry in entries:
        at = next((i for i, other in enumerate(kept) if _same(entry.answer, other.answer)), None)
        if at is not None:
            others = (*kept[at].variants, entry.question, *entry.variants)
            variants = tuple(q for q in dict.fromkeys(others) if q != kept[at].question)
            kept[at] = replace(kept[at], variants=variants)
        elif any(entry.question == other.question for other in kept):
            withheld.append(Withheld(entry.id, entry.question, "clash"))
        else:
            kept.append(entry)
    return list(_each_question_once(kept)), withheld


def _each_question_once(entries: Sequence[Entry]) -> Iterator[Entry]:
    """A variant that another entry asks stands only there."""
    taken = {entry.question for entry in entries}
    for entry in entries:
        variants = [q for q in entry.variants if q not in taken]
        taken |= set(variants)
        yield replace(entry, variants=tuple(variants))


def _sources(report: Report) -> Mapping[str, proof.Source]:
    """What `assistant.proof` holds answers against: this report."""
    from dataclasses import asdict

    corrected = proof.corrections(asdict(figure) for figure in report.figures)
    return {report.id: proof.Source(report.source, report.digest, report.title, corrected)}
