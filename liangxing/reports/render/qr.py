"""The code on paper that leads to the page where each figure opens."""

from __future__ import annotations

import io

import segno


def png(address: str) -> bytes:
    """The QR code of *address* as a picture."""
    made = io.BytesIO()
    segno.make(address, error="m").save(made, kind="png", scale=4, border=2)
    return made.getvalue()


def svg(address: str) -> str:
    """The same for a page, dark on light whatever the page: scanners ask for that."""
    return str(segno.make(address, error="m").svg_inline(scale=3, border=2, dark="#24221d", light="#ffffff"))
