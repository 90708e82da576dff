"""Compile every catalogue of translations: ``python -m liangxing.site.compile_messages``. Needs no gettext tools."""

from __future__ import annotations

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]


def compile_all(root: Path = ROOT) -> int:
    """Write a ``.mo`` beside each ``.po`` under *root* that is newer than its ``.mo``; how many were written."""
    done = 0
    for source in root.rglob("LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as told:
            # The folder says the language, and so how many plural forms there are; a header may have forgotten it.
            catalogue = read_po(told, locale=source.parents[1].name, abort_invalid=True)
        # Written beside and moved into place: tests on several cores compile at once, and none may read half a file.
        half = target.with_suffix(f".{os.getpid()}.half")
        with half.open("wb") as made:
            write_mo(made, catalogue)
        half.replace(target)
        done += 1
    return done


if __name__ == "__main__":
    print(compile_all())
