"""What is wrong with a request of the wrong shape, in one Chinese sentence of `knowledge/service.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def complaint(said: Mapping[str, Any], fault: Mapping[str, Any], place: Sequence[str | int]) -> str:
    """Which field, and what about it; never its content, nor a name that the client made up.

    `said` is what the file holds, `fault` one error of pydantic, and `place` where it lies: the part
    of the request (`body`), then the names of the fields.

    >>> said = {"fields": {"missing": "没有写"}, "errors": {"bad_request": "{place} {reason}。"}, "places": {}}
    >>> complaint(said, {"type": "missing"}, ("body", "question"))
    'question 没有写。'
    """
    reasons = said["fields"]
    reason = reasons.get(fault["type"]) or reasons["other"]
    known = place[1:] if fault["type"] != "extra_forbidden" else place[1:-1]
    where = ".".join(str(part) for part in known) or said["places"][place[0]]
    sentence: str = said["errors"]["bad_request"]
    return sentence.format(place=where, reason=reason.format_map(fault.get("ctx", {})))
