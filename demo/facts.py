"""What the report states, and the chance that draws the rest: always the same."""

from __future__ import annotations

import random
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FACTS: dict[str, Any] = tomllib.loads((FOLDER / "facts.toml").read_text("utf-8"))
REPORT_DAY = date(2013, 3, 31)
REGISTERED = date(2010, 6, 1)
CODE = "430103001001"


def chance(what: str) -> random.Random:
    """A source of chance of its own for each thing, so that one more row here moves nothing there."""
    return random.Random(f"liangxing/{what}")  # noqa: S311 - a demonstration, not a secret
