"""How well labels are understood: precision and recall on forms of different make, tuned on and held out."""

from __future__ import annotations

import sys
from collections import Counter

import django

django.setup()

from bench.labels.make import Made, forms
from liangxing.reports.forms.matching.kinds import match_rows
from liangxing.reports.forms.matching.match import match
from liangxing.reports.forms.reading.read import read
from liangxing.reports.forms.workbook.package import open_package


def score(made: Made, loud: bool) -> Counter[str]:
    """What was understood of one form, counted."""
    told = read(open_package(made.content))
    seen, counts = {}, Counter[str]()
    for wanted in told.cells:
        found = match(wanted)
        seen[wanted.cell, wanted.parts[0] if wanted.inline else ""] = found.key
    for (cell, label), truth in made.truth.items():
        key = seen.pop((cell, label), None) if (cell, label) in seen else seen.pop((cell, ""), None)
        counts["cells"] += 1
        counts["found"] += key is not None
        counts["asked for"] += bool(truth)
        counts["said"] += bool(key)
        counts["right"] += bool(key) and key == truth
        if loud and (key or "") != truth:
            said = "no cell" if key is None else key or "nothing"
            print(f"  {made.title} {cell} {label}: {truth or 'nothing'}, understood {said}")
    counts["too many"] += len(seen)
    counts["said"] += sum(bool(key) for key in seen.values())
    blocks = {block.first: match_rows(block).kind for block in told.rows}
    counts["lists"] += len(made.rows)
    counts["lists right"] += sum(blocks.get(row, "none") == kind for row, kind in made.rows.items())
    if loud:
        for extra in seen:
            print(f"  {made.title} {extra}: no cell of the form asks there")
        for row, kind in made.rows.items():
            if blocks.get(row, "none") != kind:
                print(f"  {made.title} row {row}: {kind or 'nothing'}, understood {blocks.get(row, 'no list')}")
    return counts


def main() -> None:
    """Print the scores; ``-v`` says what went wrong, of the forms that were tuned on; ``-vv`` of all."""
    loud = len("".join(sys.argv[1:]).strip("-"))
    every = forms()
    for name, some in (("tuned on", [f for f in every if not f.hold]), ("held out", [f for f in every if f.hold])):
        counts = sum((score(f, loud > (1 if f.hold else 0)) for f in some), Counter[str]())
        precision, recall = counts["right"] / max(counts["said"], 1), counts["right"] / counts["asked for"]
        print(
            f"{name}: {len(some)} forms, {counts['cells']} cells, {counts['found']} of them found, "
            f"{counts['too many']} too many; {counts['asked for']} ask for what is recorded: "
            f"precision {precision:.3f}, recall {recall:.3f}; {counts['lists right']} of {counts['lists']} lists right"
        )


main()
