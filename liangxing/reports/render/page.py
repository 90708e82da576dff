"""A report as a page of its own: opens offline, and each figure shows what it rests on."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override

from liangxing.reports.blocks import Addressee, Annex, Document, Heading, Paragraph, Stated, TableBlock

from .numbering import numbered, spoken_day
from .qr import svg


def parts(document: Document) -> list[dict[str, object]]:
    """The blocks as a template takes them."""
    found: list[dict[str, object]] = []
    for block, heading in numbered(document.blocks, document.language):
        if isinstance(block, Heading):
            found.append({"heading": heading, "level": block.level + 1})
        elif isinstance(block, Annex):
            found.append({"annex": f"{heading} {block.title}"})
        elif isinstance(block, Addressee | Paragraph):
            found.append({"runs": block.runs, "flush": isinstance(block, Addressee)})
        elif isinstance(block, TableBlock):
            found.append({"header": block.header, "rows": block.rows})
    return found


def context(document: Document) -> dict[str, object]:
    """What the template of a report needs."""
    return {
        "document": document,
        "parts": parts(document),
        "day": spoken_day(document),
        "qr": svg(document.address) if document.address else "",
        "figures": [s for s in document.stated if isinstance(s, Stated)],
    }


def html(document: Document, code: str) -> str:
    """*document* as one file, styles included; *code*: of the community, for links to its pages."""
    names = ("site/tokens", "site/components", "reports/papers")
    styles = [Path(str(finders.find(f"{name}.css"))).read_text("utf-8") for name in names]
    with override(document.language):
        told = {
            **context(document),
            "styles": "\n".join(styles),
            "code": code,
            "base": settings.LIANGXING_URL,
        }
        return render_to_string("reports/alone.html", told)
