"""Make the community's workbooks: ``python -m demo.make FOLDER``. The same every time, but for the current year."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from . import register, rooms, today


def make(folder: Path, on: date) -> list[Path]:
    """Write all workbooks into *folder*; those with wrong lines stand last."""
    folder.mkdir(parents=True, exist_ok=True)
    register.write(folder)
    rooms.write(folder)
    today.write(folder, on)
    today.wrong(folder)
    return sorted(folder.iterdir())


if __name__ == "__main__":
    for file in make(Path(sys.argv[1]), date.today()):
        print(file.name)
