"""Writing all that an assessor takes along: the report as Word, PDF and page, its claims, and the department's form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Community
from liangxing.records.models import Record

from .blocks import Document
from .books import books
from .forms.fill import fill
from .prov import prov_json
from .render.page import html
from .render.pdf import pdf
from .render.word import docx
from .writing import write

NO_NAME = r"[^\w.-]+"  # signs that a file's name does not have on every system


@dataclass(slots=True)
class Built:
    """What was written, and what could not be, in words."""

    document: Document
    paths: list[Path] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


def claims_json(document: Document) -> dict[str, Any]:
    """The claims of *document* for programs."""
    return {
        "report": document.key,
        "title": document.title,
        "day": document.day.isoformat(),
        "language": document.language,
        "address": document.address,
        "claims": [{"anchor": s.anchor, "shown": s.shown, **s.claim.as_json()} for s in document.stated],
        "quotations": [{"shown": q.shown, "record": q.path} for q in document.quoted],
    }


def build(
    community: Community,
    key: str,
    day: date,
    out: Path,
    *,
    language: str = "zh-hans",
    known_at: datetime | None = None,
    prov: bool = False,
    record: Record | None = None,
) -> Built:
    """Write the report *key* as of *day* into *out*. What one way of printing lacks does not stop the others.

    *record*: the one that the report is written of, when its book is of records. *prov*: also where it comes from,
    which takes longer than all the rest.
    """
    document = write(community, key, day, language=language, known_at=known_at, record=record)
    name = key if record is None else f"{key}-{re.sub(NO_NAME, '-', str(getattr(record, 'code', record.pk)))}"
    built, stem = Built(document), name if language == "zh-hans" else f"{name}.{language}"
    out.mkdir(parents=True, exist_ok=True)
    ways: list[tuple[str, Callable[[], bytes]]] = [
        (f"{stem}.docx", lambda: docx(document)),
        (f"{stem}.pdf", lambda: pdf(document)),
        (f"{stem}.html", lambda: html(document, community.code).encode()),
        (f"{stem}.claims.json", lambda: json.dumps(claims_json(document), ensure_ascii=False, indent=2).encode()),
    ]
    if prov:
        ways.append((f"{stem}.prov.json", lambda: prov_json(community, document).encode()))
    for name, make in ways:
        try:
            content = make()
        except Refused as refused:
            built.messages.append(str(refused))
            continue
        (out / name).write_bytes(content)
        built.paths.append(out / name)
    if form := books()[key].form:
        filled = fill(form, community, day)
        (out / filled.name).write_bytes(filled.content)
        built.paths.append(out / filled.name)
    return built
