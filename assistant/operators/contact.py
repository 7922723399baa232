"""Contact: the telephone, address, postcode or mailbox that the report gives for questions."""

from __future__ import annotations

import re

from assistant.late import late
from assistant.model import Finding, Mention, Query, Span
from assistant.operators.ground import Ground
from assistant.operators.passages import sentences

# How a report labels each, and what may follow.
LABELS: dict[str, re.Pattern[str]] = {
    "电话": late(
        r"(?:(?:联系|咨询|监督|服务)?电话(?:号码)?|拨打|致电|热线)[:：为是]?\s*([\d(（][\d()（）\-—–－\s]{5,}\d)"
    ),
    "邮编": late(r"(?:邮编|邮政编码|邮码)[:：为是]?\s*(\d{6})"),
    "邮箱": late(r"(?:电子)?(?:邮箱|邮件|信箱)(?:地址)?[:：为是]?\s*([\w.\-]+@[\w.\-]+)"),
    "地址": late(r"(?:联系|办公|通讯|单位)?地址[:：为是]\s*([^,，;；。\s)）]+)"),
}
ASKED = {
    "电话": ("电话", "拨打"),
    "邮编": ("邮编", "邮政编码"),
    "邮箱": ("邮箱", "电子邮件", "信箱"),
    "地址": ("地址", "在哪办公"),
}
# The kinds of contact that a refusal offers, the first that a report prints.
OFFERED = ("电话", "邮箱")
# Who is to be asked, and how a report says whom to ask.
WHO = late("谁|哪[个家些](?:部门|单位|机构|科室|处室|股室)")
WHOM = late(
    "请?[与向同跟和]([^,，。;；:：()（）\\s]{2,30}?)(?:联系|咨询|反映)|请(?:联系|咨询)[^,，。;；:：()（）\\s]{2,30}"
)
# What only says whose they are.
WHOSE = frozenset({"year", "card_place", "whole", "theme", "organ", "frame"})


def run(query: Query, ground: Ground) -> Finding:
    """Each kind of contact that is asked for (all, where none is named), each by its label."""
    asked = " ".join(m.read or m.text for m in query.selections[0].mentions) + query.text
    kinds = [k for k, words in ASKED.items() if any(w in asked for w in words)] or list(LABELS)
    left = [m for m in query.selections[0].required() if not _explained(m, ground)]
    if left:
        return ground.refuse(query, [])
    source = ground.index.report.source
    found = {k: m for k in kinds if (m := LABELS[k].search(source))}
    if not found or (len(kinds) < len(LABELS) and len(found) < len(kinds)):
        return ground.not_stated(query)
    whom = WHOM.search(source) if WHO.search(query.text) else None
    spans = sorted([m.span() for m in found.values()] + ([whom.span()] if whom else []))
    outcome = "statement" if len(spans) == 1 else "statements"
    return Finding("answered", outcome, facts=tuple(Span(*span) for span in spans))


def printed_contact(source: str) -> str:
    """Whom to ask, as a report prints it (电话：0763-3369009); empty where it does not."""
    found = (LABELS[kind].search(source) for kind in OFFERED)
    return next((" ".join(printed.group().split()) for printed in found if printed), "")


def _explained(mention: Mention, ground: Ground) -> bool:
    """Whose contact it is: the report's own, or a body that is named beside a contact."""
    if mention.kinds() & WHOSE:
        return True
    beside = [e for e in sentences(ground) if any(p.search(e.fact.quote) for p in LABELS.values())]
    atoms = {a for s in mention.senses for a in s.atoms}
    quotes = " ".join(e.fact.quote for e in beside)
    return mention.text in quotes or any(atoms & e.says() for e in beside)
