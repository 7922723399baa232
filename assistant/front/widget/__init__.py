"""The widget for websites: its parts in JavaScript and CSS, put together into one script."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
# In this order, for a part uses what stands before it as soon as it is loaded.
PARTS = (
    *("dom", "service", "visit", "combobox", "chart", "source", "turn", "settings"),
    *("panel", "start"),
)
EXPORT = re.compile(r"^export ", re.MULTILINE)


def script(words: Mapping[str, Any]) -> str:
    """`widget.js` as browsers get it: every part, its style and its sentences, without blanks and comments."""
    from rcssmin import cssmin
    from rjsmin import jsmin

    style = json.dumps(cssmin(_read("widget.css")), ensure_ascii=False)
    said = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    parts = "\n".join(jsmin(EXPORT.sub("", _read(f"{part}.js"))) for part in PARTS)
    return f'(()=>{{"use strict";const words={said},style={style};\n{parts}\n}})();\n'


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
