"""One question's mentions, sorted by the part they play: what the rules of `compose` look at.

Each room reads one thing out of them, from the `words` up: measure words, numbers, orders, names, claims, sides.
"""

from assistant.steps.reading.reading import Reading
from assistant.steps.reading.words import is_content

__all__ = ["Reading", "is_content"]
