"""The rules of `knowledge/checks.yaml`, read and typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.checks.result import OPEN, Result, Term
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder
from assistant.model import Report

Words = tuple[str, ...]
FILE = "checks.yaml"
SHARE = ("words", "whole", "several")
GROWTH = ("up", "down", "previous", "compare", "from", "to", "leading", "filling")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its id, with the name and the source that its results carry."""

    id: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Parts(Rule):
    """Parts against their total: what says that they are all, and how near they may miss it."""

    complete: Words
    least: int
    near: Decimal


@dataclass(frozen=True, slots=True)
class Share(Rule):
    """占…的38.3%: the words that open a share, and what may follow without naming another whole."""

    words: Words
    whole: Words
    several: Words


@dataclass(frozen=True, slots=True)
class Growth(Rule):
    """增长11.1%: words for more and for less, for the year before, and for 由…为."""

    up: Words
    down: Words
    previous: Words
    compare: Words
    begin: Words
    to: Words
    leading: Words
    filling: Words


@dataclass(frozen=True, slots=True)
class Rate(Rule):
    """办结率: by the name of a rate what is counted above the line, and what below it."""

    rates: Mapping[str, tuple[Words, Words]]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, and the words for verdicts and reasons."""

    parts: Parts
    share: Share
    growth: Growth
    rate: Rate
    reasons: Mapping[str, str]
    verdicts: Mapping[str, str]

    def result(
        self,
        rule: Rule,
        report: Report,
        subject: str,
        left: str,
        right: str,
        terms: tuple[Term, ...],
        difference: Decimal | None,
        verdict: str,
        reason: str = "",
    ) -> Result:
        """A result of this rule; the id of a reason counts only where it could not be assessed."""
        said = self.reasons[reason] if verdict == OPEN else ""
        return Result(
            *(rule.id, rule.name, rule.source, report.id),
            *(subject, left, right, difference, verdict, said),
            figures=tuple((t.report.id, t.figure.id) for t in terms),
            citations=tuple(dict.fromkeys(t.citation() for t in terms)),
        )


def load_rules(folder: Path | None = None) -> Rules:
    """The rules as an editor left them; raises `KnowledgeError` where they do not hold."""
    import yaml

    path = (folder or knowledge_folder()) / FILE
    try:
        return rules_of(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise KnowledgeError(f"{path.name}:{line}: 不是有效的 YAML，请检查缩进、冒号和引号") from fault
    except KeyError as fault:
        raise KnowledgeError(f"{path.name}: 缺少 {fault}，请照原文件补上") from fault
    except (AttributeError, TypeError, ValueError, ArithmeticError) as fault:
        raise KnowledgeError(f"{path.name}: 有一项写法不对，请照原文件改正（{fault}）") from fault


def rules_of(data: Mapping[str, Any]) -> Rules:
    """The rules in plain data, as the YAML has them."""
    prose = data["prose"]
    parts, share, growth, rate = (prose[name] for name in ("parts", "share", "growth", "rate"))
    percent = Decimal(str(parts["near"]).removesuffix("%")) / 100
    return Rules(
        parts=Parts(*_head("parts", parts), _words(parts["complete"]), int(parts["least"]), percent),
        share=Share(*_head("share", share), *(_words(share[k]) for k in SHARE)),
        growth=Growth(*_head("growth", growth), *(_words(growth[k]) for k in GROWTH)),
        rate=Rate(
            *_head("rate", rate),
            {k: (_words(up), _words(down)) for k, (up, down) in rate["rates"].items()},
        ),
        reasons=data["reasons"],
        verdicts=data["verdicts"],
    )


def _head(identity: str, rule: Mapping[str, Any]) -> tuple[str, str, str]:
    return identity, str(rule["name"]), str(rule["source"])


def _words(words: Iterable[Any]) -> Words:
    return tuple(map(str, words))
