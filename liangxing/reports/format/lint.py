"""The check itself: every rule of the folder looks at the document, and what they say alike is put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .finding import STANDARD, Finding, Place, Text
from .reading.document import read
from .rules import rules
from .sorts import sorted_parts


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in a document. ``chinese``: whether all rules were asked, or only those of any language."""

    name: str
    chinese: bool
    paragraphs: int
    asked: int
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> int:
        """How many findings are more than advice."""
        return sum(finding.wrong for finding in self.findings)

    @property
    def good(self) -> bool:
        """Whether there is nothing but advice."""
        return not self.wrong

    def as_json(self) -> dict[str, Any]:
        """All findings for programs."""
        told = {"file": self.name, "standard": STANDARD, "good": self.good, "chinese": self.chinese}
        return {
            **told,
            "paragraphs": self.paragraphs,
            "rules": self.asked,
            "findings": [f.as_json() for f in self.findings],
        }


def lint(content: bytes, name: str) -> Linted:
    """The findings in a .docx, in the language of the moment. ``Refused`` when it cannot be read as one."""
    paper = read(content, name)
    text = Text(paper, sorted_parts(paper))
    chinese = paper.chinese
    asked = [rule for rule in rules().values() if chinese or not rule.chinese]
    found: dict[tuple[str, str, str], Finding] = {}
    for rule in asked:
        for told in rule.check(text):
            finding = found.setdefault((rule.key, told.says, told.todo), Finding(rule, told.says, told.todo, []))
            if told.line is not None:
                finding.places.append(Place.of(told.line))
    order = sorted(found.values(), key=lambda f: not f.wrong)
    return Linted(name, chinese, len(text.parts), len(asked), tuple(order))
