"""A question as it is read: what was written otherwise is mended."""

from __future__ import annotations

from assistant.model import Mention


def as_read(text: str, mentions: tuple[Mention, ...]) -> str:
    """The question with its mended words in place of what was written, where they are as long."""
    for mention in reversed(mentions):
        if mention.read and len(mention.read) == mention.end - mention.start:
            text = text[: mention.start] + mention.read + text[mention.end :]
        elif mention.read and mention is mentions[-1]:
            text = text[: mention.start] + mention.read
    return text
