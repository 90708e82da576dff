"""Chapters as they lie beside the code: ``handbook/<chapter>.<language>.md`` and its pictures, in any app."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import AppConfig, apps

from liangxing.kernel.language import CHINESE, ENGLISH

PICTURE = re.compile(r"!\[[^\]]*\]\(([\w.-]+\.webp)\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: the folder it lies in, and its name, which begins the names of its files."""

    app: str
    key: str
    folder: Path

    def text(self, language: str) -> str:
        """The chapter as CommonMark, its title in the first line."""
        return (self.folder / f"{self.key}.{language}.md").read_text("utf-8")

    def title(self, language: str) -> str:
        """What its first line says."""
        return self.text(language).partition("\n")[0].lstrip("# ").strip()

    @property
    def pictures(self) -> set[str]:
        """The file names of the pictures that it shows, in either language."""
        return {name for language in (CHINESE, ENGLISH) for name in PICTURE.findall(self.text(language))}


@cache
def chapters() -> dict[tuple[str, str], Chapter]:
    """Every chapter that is there in both languages, by app and name, in the order of the floors."""
    found = {}
    for app in apps.get_app_configs():
        for file in sorted(folder_of(app).glob(f"*.{CHINESE}.md")):
            key = file.name.removesuffix(f".{CHINESE}.md")
            found[app.label, key] = Chapter(app.label, key, file.parent)
    return found


def folder_of(app: AppConfig) -> Path:
    """Where the chapters of *app* lie, if it has any."""
    return Path(app.path) / "handbook"
