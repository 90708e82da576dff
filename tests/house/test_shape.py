"""Small files, plain names, no Chinese in Python code, and nothing that belongs to a machine."""

import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = [
    file for file in sorted((ROOT / "liangxing").rglob("*.py"))
    if not {"migrations", "tests"} & {*file.parts} and not file.name.startswith("test_")
]  # fmt: skip
NAMES = re.compile(r"(^|_)(utils?|helpers?|common|base|managers?|misc)\.py$")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def test_no_file_is_long_and_most_are_short():
    lines = {file: len(file.read_text("utf-8").splitlines()) for file in CODE}
    assert {str(f.relative_to(ROOT)): n for f, n in lines.items() if n > 400} == {}
    assert statistics.median(lines.values()) <= 60


def test_names_say_what_is_kept():
    assert [str(file.relative_to(ROOT)) for file in CODE if NAMES.search(file.name)] == []


@pytest.mark.parametrize("file", CODE, ids=lambda f: str(f.relative_to(ROOT)))
def test_no_chinese_in_code(file):
    found = [f"{n}: {line}" for n, line in enumerate(file.read_text("utf-8").splitlines(), 1) if HAN.search(line)]
    assert found == []


def test_nothing_of_a_machine_or_another_host_stands_in_the_repository():
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    foreign = re.compile(
        r"/(?:root|home|tmp)/\w|https?://(?:files\.pythonhosted|pypi\.org|registry\.npmjs|deb\.debian)"
    )
    found = []
    for name in filter(None, told.split("\0")):
        file = ROOT / name
        if file.suffix in {".py", ".md", ".toml", ".lock", ".html", ".css", ".js", ".cfg", ""} and file.is_file():
            text = file.read_bytes().decode("utf-8", "ignore")
            found += [f"{name}: {hit.group()}" for hit in foreign.finditer(text) if name != "tests/house/test_shape.py"]
    assert found == []
