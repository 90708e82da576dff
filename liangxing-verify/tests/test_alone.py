"""The verifier stands alone: nothing of ours, no Django, and one library beside what Python brings."""

import ast
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1] / "liangxing_verify"
FILES = sorted(HERE.glob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_only_python_and_one_library_are_imported(file):
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
    assert found - {*sys.stdlib_module_names} <= {"cryptography"}


def test_no_file_is_long():
    assert {f.name: n for f in FILES if (n := len(f.read_text("utf-8").splitlines())) > 200} == {}


def test_every_word_is_there_in_both_languages_and_names_the_same_details():
    import re

    from liangxing_verify.fault import LANGUAGES, words

    for key, told in words().items():
        assert {*told} == {*LANGUAGES}
        assert len({frozenset(re.findall(r"{(\w+)}", text)) for text in told.values()}) == 1, key


def test_every_reason_that_is_given_has_words():
    import re

    from liangxing_verify.fault import words

    given = {
        key
        for file in FILES
        for key in re.findall(r'(?:Fault|Unproven|Reason)\(\s*"([\w-]+)"', file.read_text("utf-8"))
    }
    assert len(given) > 30
    assert given <= {*words()}
