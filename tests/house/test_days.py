"""Days are said in the reader's language; the form for programs stands only where programs read it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "liangxing"
IN_A_SENTENCE = re.compile(r"""blocktranslate[^%]*\|date:["'](?:Y-m-d|Y/m/d|c)""")
BETWEEN_TAGS = re.compile(r""">[^<>{}]*\{\{ [\w.]+\|date:["'](?:Y-m-d|Y/m/d|c)[^}]*\}\}[^<>]*<""")


@pytest.mark.parametrize("file", sorted(ROOT.rglob("*.html")), ids=lambda f: str(f.relative_to(ROOT)))
def test_no_page_says_a_day_as_programs_write_it(file):
    text = file.read_text("utf-8")
    assert IN_A_SENTENCE.findall(text) + BETWEEN_TAGS.findall(text) == []
