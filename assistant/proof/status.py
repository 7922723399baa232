"""Whether what an answer says of itself fits together: its status, its reason, its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.proof.case import Case
from assistant.proof.contract import STATUSES
from assistant.proof.faults import Fault


def status_faults(case: Case) -> Iterator[Fault]:
    """What of its status, its verdict and its reason does not fit together."""
    answer = case.answer
    status, polarity, reason = answer["status"], answer["polarity"], answer["reason"]
    rules = (
        (status in STATUSES, f"没有“{status}”这种状态"),
        (bool(case.text.strip()), "答复没有文字"),
        (case.answered or not answer["values"], "没有作答，却给出了数字"),
        (case.answered or not answer["computation"], "没有作答，却给出了计算"),
        (case.answered or polarity is None, "没有作答，却判断了是非"),
        (not case.answered or bool(answer["citations"]), "作了回答，却没有出处"),
        (status != "unanswered" or bool(reason), "没有作答，却没有写明原因"),
        (status == "unanswered" or reason is None, "没有拒答，却写了拒答的原因"),
        (status != "clarify" or bool(answer["suggestions"]), "反问却没有可选的问题"),
        (polarity in (None, "yes", "no"), f"是非不能是“{polarity}”"),
        (polarity != "yes" or not case.text.startswith("不是"), "判断是“是”，文字却说不是"),
        (polarity != "no" or not case.text.startswith("是的"), "判断是“否”，文字却说是的"),
    )
    yield from (Fault("status", said) for holds, said in rules if not holds)
