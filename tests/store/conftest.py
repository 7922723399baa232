"""The server that the tests of stores share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store.server import Server, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running() as found:
        yield found
