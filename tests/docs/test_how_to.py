"""Each how-to page is done as it says, in a copy of the house, and its commands end well."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .how_to import blocks

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))


@pytest.mark.parametrize("guide", PAGES, ids=lambda p: p.stem)
def test_what_the_page_says_works(guide, tmp_path):
    house = tmp_path / "house"
    house.mkdir()
    skip = shutil.ignore_patterns("__pycache__")
    for part in ("liangxing", "tests", "docs"):
        shutil.copytree(ROOT / part, house / part, ignore=skip)
    for part in ("pyproject.toml", "conftest.py", "manage.py"):
        shutil.copy(ROOT / part, house)
    ran = 0
    for block in blocks(guide):
        if block.language == "console":
            for command in block.commands:
                run(command, house)
                ran += 1
        elif block.path:
            file = house / block.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, "utf-8")
    assert ran, "the page runs nothing"


def run(command, house):
    """Run *command* in *house*, with the programs of the environment that runs the tests first in the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(house), "LIANGXING_DATA": str(house / "data"),
           "LIANGXING_LANGUAGE": "en", "DJANGO_SETTINGS_MODULE": ""}  # fmt: skip
    env.pop("DJANGO_SETTINGS_MODULE")
    told = subprocess.run(command, shell=True, cwd=house, env=env, capture_output=True, text=True, timeout=300)
    assert told.returncode == 0, f"$ {command}\n{told.stdout[-3000:]}\n{told.stderr[-3000:]}"
