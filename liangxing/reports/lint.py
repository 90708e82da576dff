"""A figure enters a report only as a claim: a bare number in a body stops the build, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

TAGS = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.S)
# Chinese numerals before a word that counts; in escapes, for code holds no Chinese. Words such as "one-off" are spared.
NUMERALS = "\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07\u4ebf"
COUNTERS = (
    "\\u4e2a\\u9879\\u6237\\u4eba\\u540d\\u5bb6\\u6b21\\u573a\\u6761\\u5904\\u680b\\u5ea7"
    "\\u8f86\\u4efd\\u518c\\u516c\\u5143\\u5929\\u79cd\\u652f\\u5bf9"
)
SPARED = "(?!\u6027)"
BARE = re.compile(f"[0-9\uff10-\uff19][0-9,.\uff10-\uff19]*%?|[{NUMERALS}]+[{COUNTERS}]{SPARED}")


def bare_figures(file: Path) -> Iterator[str]:
    """One line for each bare number in *file*: file, line, and what stands there."""
    text = TAGS.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), file.read_text("utf-8"))
    for number, line in enumerate(text.splitlines(), 1):
        for found in BARE.finditer(line):
            where = f"{file.parent.name}/{file.name}:{number}"
            yield _("%(where)s: “%(what)s” is a bare figure; state it as a claim.") % {
                "where": where,
                "what": found.group(),
            }
