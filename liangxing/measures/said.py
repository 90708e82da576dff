"""How texts speak of what is measured: every app says it of its own measures in its ``said.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps


@cache
def in_texts() -> Mapping[str, Mapping[str, Any]]:
    """By the key of a measure: its ``names`` in texts, the ``units`` behind its number, and what else is said of it."""
    found: dict[str, Mapping[str, Any]] = {}
    for app in apps.get_app_configs():
        file = Path(app.path) / "said.toml"
        if file.exists():
            found |= tomllib.loads(file.read_text("utf-8"))
    return found
