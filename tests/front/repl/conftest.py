from __future__ import annotations

import pytest

from assistant.engine import Assistant


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return Assistant()
