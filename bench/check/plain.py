"""What one would write in an afternoon: every number of the text that is no recorded value is an alarm."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from liangxing.reports.check.claims import Claim, Recorded

from .variants import Case

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(slots=True)
class Plain:
    """Alarms of such a search and of the check, over texts that were changed: right, false, and differences missed."""

    right: int = 0
    false: int = 0
    missed: int = 0
    ours_right: int = 0
    ours_false: int = 0
    ours_missed: int = 0

    def add(self, case: Case, recorded: Recorded, told: Iterable[Claim]) -> None:
        """Count the alarms in *case*; an alarm is right when it lies in a claim that differs."""
        wrong = [truth.words for truth in case.claims if truth.verdict == "differs"]
        values = {Decimal(value) for value in recorded.figures.values() if value is not None}
        alarms = [hit.group() for hit in NUMBER.finditer(case.text) if Decimal(hit.group()) not in values]
        ours = [claim.text for claim in told if claim.verdict == "differs"]
        for name, found in (("", alarms), ("ours_", ours)):
            left = list(wrong)
            for alarm in found:
                met = next((words for words in left if alarm in words or words in alarm), None)
                if met is not None:
                    left.remove(met)
                side = "false" if met is None else "right"
                setattr(self, name + side, getattr(self, name + side) + 1)
            setattr(self, f"{name}missed", getattr(self, f"{name}missed") + len(left))

    def __str__(self) -> str:
        """Both beside each other."""
        lines = [f"{'alarms over all texts':46}{'right':>7}{'false':>7}{'missed':>8}"]
        lines.append(f"{'  a search for numbers that are not recorded':46}{self.right:7}{self.false:7}{self.missed:8}")
        lines.append(f"{'  the report check':46}{self.ours_right:7}{self.ours_false:7}{self.ours_missed:8}")
        return "\n".join(lines)
