"""Counts of requests for `limits`, shared by the workers of a service: a table of fixed size in one file.

However many addresses a flood comes from, the table does not grow. Two clients that fall on one place
of it are counted as one, which a client cannot bring about: the places are drawn anew at every start.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from time import time

from limits.storage import Storage

PLACES = 1 << 18
PLACE = struct.Struct("<dQ")  # when the count ends, and the count
SALT = 16
SIZE = SALT + PLACES * PLACE.size


def prepare(path: Path) -> None:
    """Make the empty table that the workers are to share."""
    with path.open("wb") as file:
        file.write(os.urandom(SALT))
        file.truncate(SIZE)


class SharedCounts(Storage):
    """A storage of `limits` for fixed windows. Only one thread of a process may count."""

    STORAGE_SCHEME = None

    def __init__(self, path: Path) -> None:
        """The table in this file, which `prepare` made."""
        super().__init__()
        self._file = path.open("r+b")
        self._table = mmap.mmap(self._file.fileno(), SIZE)
        self._salt = self._table[:SALT]

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong."""
        return OSError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count a request that comes under this key; how many have come within its window."""
        place = self._place(key)
        with self._alone(place):
            end, count = PLACE.unpack_from(self._table, place)
            now = time()
            end, count = (end, count + amount) if now < end else (now + expiry, amount)
            PLACE.pack_into(self._table, place, end, count)
        return int(count)

    def get(self, key: str) -> int:
        """How many have come within the window of this key."""
        end, count = PLACE.unpack_from(self._table, self._place(key))
        return int(count) if time() < end else 0

    def get_expiry(self, key: str) -> float:
        """When the window of this key ends, in seconds since 1970."""
        return float(PLACE.unpack_from(self._table, self._place(key))[0])

    def check(self) -> bool:
        """Can it be counted?"""
        return not self._table.closed

    def reset(self) -> int | None:
        """Forget everything."""
        self._table[SALT:] = bytes(SIZE - SALT)
        return None

    def clear(self, key: str) -> None:
        """Forget one key."""
        PLACE.pack_into(self._table, self._place(key), 0.0, 0)

    def _place(self, key: str) -> int:
        drawn = blake2b(key.encode(), digest_size=8, key=self._salt).digest()
        return SALT + int.from_bytes(drawn) % PLACES * PLACE.size

    @contextmanager
    def _alone(self, place: int) -> Iterator[None]:
        """While the other workers wait, of this place alone."""
        fcntl.lockf(self._file, fcntl.LOCK_EX, PLACE.size, place)
        try:
            yield
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN, PLACE.size, place)
