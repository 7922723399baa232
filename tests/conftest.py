"""What tests of several parts share."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from assistant.front.cli import SELDOM
from tests.serving import Service

# As the command does: what all tests share is not gone over again and again.
gc.set_threshold(*SELDOM)

# How long an example takes, or its making, says something of the machine and nothing of the code. Where more than
# sixty tell more, a test says so.
settings.register_profile(
    "patient", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")

# What takes longest, to be begun first: at the end nobody waits for it, and what a file prepares is prepared by one
# worker, for only of what comes last others take a part.
LONG = (
    "tests/front/test_unanswered.py",
    "tests/test_readme.py",
    "tests/front/test_desk.py",
    "tests/front/test_doors.py",
    "tests/test_adversary_tables.py",
    "tests/adversaries/",
    "tests/test_adversary.py",
    "tests/store/test_compile.py",
    "tests/learning/test_acceptance.py",
    "tests/faq/",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, each behind the others of its file; who wants a random order shuffles afterwards."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service over the bundled report, one for all tests; generous, for they come quickly, and it learns."""
    from tests.serving import SITE, serving

    learn = str(tmp_path_factory.mktemp("served") / "questions.db")
    generous = ("--rate", "1000000", "--total", "1000000")
    with serving(*generous, "--learn", learn, "--origin", SITE) as service:
        yield service


@pytest.fixture(scope="session")
def served_towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service over the reports of `tests/towns.py`: several places and years, one for all tests."""
    from tests.serving import serving
    from tests.towns import stored

    store = stored(tmp_path_factory.mktemp("towns"))
    with serving("--store", str(store), "--rate", "1000000", "--total", "1000000") as service:
        yield service
