"""Whether every computation uses figures that are cited, and comes to what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.proof.case import Case, in_short, numbers_of
from assistant.proof.computations import Operand, Outcome, matching, share_out
from assistant.proof.faults import Fault
from assistant.proof.figures import Figure, figures_in
from assistant.proof.formulas import MANY, equation_faults, in_unit
from assistant.proof.listed import are_so_many
from assistant.proof.parsing import formulas_of
from assistant.proof.sizes import same_unit
from assistant.proof.terms import Count, Equation

# The name of a computation that gives one side of what is compared for a yes or no.
SIDE = "side"


def computation_faults(case: Case, computation: Mapping[str, Any]) -> Iterator[Fault]:
    """Several formulas stand apart by ；, and their operators too; they share out the operands."""
    text = computation["expression"]
    operands: list[Operand] = []
    yield from _operands(case, computation["operands"], operands)
    try:
        formulas = [in_unit(f, computation["operator"]) for f in formulas_of(text)]
    except ValueError:
        yield Fault("computation", f"“{in_short(text)}”不是算式")
        return
    operators = computation["operator"].split("；")
    if len(operators) != len(formulas):
        operators = [computation["operator"]] * len(formulas)
    if case.answer["polarity"] and operators == ["compare"]:
        # What is compared is told by the verdict; the formula is that of a side.
        operators = [SIDE]
    for formula, operator in zip(formulas, operators, strict=True):
        if isinstance(formula, Equation):
            yield from equation_faults(formula, operator, case.places)
        elif not are_so_many(case, formula.names, int(formula.number)):
            yield Fault("computation", f"“{in_short(formula.text)}”列出的不是{formula.number}个")
        else:
            yield from _counted(case, formula)
    shares = share_out(formulas, operands, numbers_of(case.asked) | case.parts)
    if shares is None or not operands:
        kind = "computation" if isinstance(formulas[0], Count) else "operands"
        yield Fault(kind, f"“{in_short(text)}”里的数字不是所引的数字")
    for at, (formula, operator) in enumerate(zip(formulas, operators, strict=True)):
        used = tuple(shares[at] if shares else operands)
        case.outcomes.append(Outcome(operator, used, formula, tuple(case.asked)))


def _counted(case: Case, formula: Count) -> Iterator[Fault]:
    """What is counted stands in the quotes with its figure."""
    cited = {f.full for f in case.cited}
    for name in formula.names:
        for figure in figures_in(name):
            if not figure.spelt and figure.full not in cited:
                yield Fault("operands", f"出处里没有“{in_short(name)}”")


def _operands(case: Case, given: Sequence[str], found: list[Operand]) -> Iterator[Fault]:
    """Every operand is a figure of its own in the quotes."""
    figures = list({(f.report, f.start): f for f in case.cited}.values())
    read = [figures_in(operand) for operand in given[:MANY]]
    choices = [
        [i for i, f in enumerate(figures) if len(r) == 1 and _is_operand(f, r[0])] for r in read
    ]
    taken = {taker: choice for choice, taker in matching(choices).items()}
    for at, operand in enumerate(given):
        # A formula may use a figure in several places.
        again = next((taken[n] for n in taken if given[n] == operand), None)
        if at in taken or again is not None:
            place = taken.get(at, again)
            assert place is not None
            found.append(Operand(read[at][0].number, figures[place]))
        else:
            yield Fault("operands", f"出处里没有“{in_short(operand)}”")


def _is_operand(figure: Figure, operand: Figure) -> bool:
    if operand.percent or not operand.bare:
        return figure.full == operand.full and same_unit(operand, figure)
    return operand.number in (figure.number, figure.full)
