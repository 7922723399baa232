"""`.ci/run` ends as its two halves end: with 0 only where both did."""

import shutil
import subprocess
from pathlib import Path

import pytest

RUN = Path(__file__).parent.parent / ".ci" / "run"


@pytest.mark.parametrize(
    ("tests", "wheel", "ends"),
    [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)],
)
def test_it_ends_as_the_tests_and_the_wheel_do(
    tmp_path: Path, tests: int, wheel: int, ends: int
) -> None:
    home = tmp_path / ".ci"
    home.mkdir()
    shutil.copy(RUN, home)
    for name, code in (("test", tests), ("wheel", wheel)):
        half = home / name
        half.write_text(f"#!/bin/sh\necho {name} was tried\nexit {code}\n", encoding="utf-8")
        half.chmod(0o755)

    done = subprocess.run([home / "run"], capture_output=True, text=True, check=False)

    assert done.returncode == ends, done.stdout + done.stderr
    assert "test was tried" in done.stdout
    assert "wheel was tried" in done.stdout
    assert ("All of it held" in done.stdout) == (ends == 0)
    assert done.stderr == ""
