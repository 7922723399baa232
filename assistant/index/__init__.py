"""Facts as concepts: what each fact says of itself, inherits and stands under.

An index is made once per report when knowledge is compiled (`building`), and loaded ready for matching
(`entry`). Between the two stand the `reader` of a report's text, what it reads of a number in a table
(`cells`), of one in `prose` and of `statements`, and the `names` that only this report knows.
"""

from __future__ import annotations

from assistant.index.entry import Entry, Index, Key

__all__ = ["Entry", "Index", "Key"]
