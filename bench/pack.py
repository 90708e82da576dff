"""Writing and verifying a pack of 10,000 rows and 100 figures: ten kinds of 1,000 records, ten figures of each."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

from bench._ground import JINHUI, WHO, clock, once

sys.path.insert(0, str(Path(__file__).parents[1] / "liangxing-verify"))

from django.db import models
from liangxing_verify import chain, container, figures, merkle, rows, signatures, verify

from liangxing.ledger.verify import sealed_kinds
from liangxing.measures.measure import MEASURES, Measure, Ratio
from liangxing.records.actions import write_many
from liangxing.reports.books import books
from liangxing.reports.packs.write import pack

ROWS, KINDS, FIGURES, DAY = 1_000, 10, 10, date(2026, 5, 1)


def plain(kind: type[models.Model]) -> bool:
    """Whether a record of *kind* can be made from nothing: it refers to no other."""
    fields = [f for f in kind._meta.concrete_fields if getattr(f, "editable", False)]
    return not any(f.is_relation and not f.null for f in fields)


def made(kind: type, n: int):
    """Record number *n* of a kind, each column with something that fits."""
    said = {"day": DAY}
    for field in kind._meta.concrete_fields:
        if not field.editable or field.null or field.name == "day" or field.is_relation or field.has_default():
            continue
        number = isinstance(field, models.IntegerField | models.DecimalField)
        said[field.name] = (1 + n % 9) if number else DAY if isinstance(field, models.DateField) else f"{n}"
        if field.choices:
            said[field.name] = field.choices[n % len(field.choices)][0]
    return kind(**said)


measured = {m.of for m in MEASURES.values() if isinstance(m, Measure)}
kinds = [kind for kind in sealed_kinds() if kind in measured and plain(kind)]
taken: list[type] = []
for kind in kinds:
    if len(taken) < KINDS:
        try:
            write_many([made(kind, n) for n in range(ROWS)], **WHO)
        except Exception as wrong:  # a kind with a law of its own: another is taken
            print(f"  ({kind._meta.label_lower} left out: {type(wrong).__name__})")
            continue
        taken.append(kind)
keys = [
    [k for k, m in MEASURES.items() if not isinstance(m, Ratio) and m.of is kind and not m.through] for kind in taken
]
stated = [
    f'{{% figure "{each[n % len(each)]}" period="{1990 + n}-01-01..2026-06-01" %}}'
    for each in keys
    for n in range(FIGURES)
]

folder = Path(os.environ["LIANGXING_DATA"]) / "pack"
folder.mkdir()
(folder / "body.zh-hans.md").write_text("\n\n".join(stated), "utf-8")
whole = books()["creation"]
books()["creation"] = type(whole)(whole.key, whole.title, whole.issuer, whole.form, folder)
path = folder / "bench.pack.zip"
spent = once(lambda: pack(JINHUI, "creation", date(2026, 6, 1), path))
print(f"writing {len(stated)} figures over {len(taken) * ROWS:,} rows: {spent:.2f} s, {path.stat().st_size:,} bytes")

result = verify.verify(path)
assert result.valid, (result.fault.text(), [c for c in result.claims if c.verdict != "valid"][:3])
assert len(result.claims) == len(stated)
ours = clock(lambda: verify.verify(path), rounds=3)
start = time.process_time()
verify.verify(path)
processor = time.process_time() - start

hashed: list[bytes] = []


def noting(data: bytes = b"") -> object:
    """SHA-256 of *data*, which is noted; what is added later is not."""
    hashed.append(bytes(data))
    return sha256(data)


for module in (chain, container, merkle, rows, figures, signatures):
    module.sha256 = noting  # type: ignore[attr-defined]
verify.verify(path)
hashed.append(path.read_bytes())  # the seal of the container and the files in it are hashed in parts
alone = clock(lambda: [sha256(data).digest() for data in hashed], rounds=3)
print(f"verifying: {ours:.2f} s (limit 3 s), of the processor {processor:.2f} s")
print(f"hashing alone, {len(hashed):,} times, {sum(map(len, hashed)):,} bytes: {alone:.2f} s, {alone / ours:.0%} of it")
