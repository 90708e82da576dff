"""What a community recorded, gathered for the check; and the words of every app."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps

from liangxing.measures.measure import MEASURES

from . import vocabulary as said


def vocabulary() -> said.Vocabulary:
    """The entries of every installed app's ``said.toml``."""
    files = (Path(app.path) / "said.toml" for app in apps.get_app_configs())
    return said.vocabulary((file for file in files if file.exists()), {key: m.unit for key, m in MEASURES.items()})
