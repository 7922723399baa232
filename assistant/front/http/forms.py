"""What a form without JavaScript sends."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from fastapi import Request


async def form_of(request: Request) -> Mapping[str, list[str]]:
    """The fields of a form that was sent, each with what was written in it, in order; for `Depends`."""
    return parse_qs((await request.body()).decode("utf-8", "replace"))


def first(form: Mapping[str, list[str]], name: str) -> str:
    """What was written in a field; empty where nothing was.

    >>> first({"q": ["连州", "英德"]}, "q"), first({}, "q")
    ('连州', '')
    """
    return next(iter(form.get(name, ())), "")
