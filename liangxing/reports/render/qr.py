"""The code on paper that leads to the page where each figure opens."""

from __future__ import annotations

import io

import segno


def png(address: str) -> bytes:
    """The QR code of *address* as a picture."""
    made = io.BytesIO()
    segno.make(address, error="m").save(made, kind="png", scale=4, border=2)
    return made.getvalue()


def svg(address: str, *, sized: bool = True) -> str:
    """The same for a page, dark on light whatever the page: scanners ask for that. Not *sized*, it fills its place."""
    size = {"scale": 3} if sized else {"omitsize": True}
    return str(segno.make(address, error="m").svg_inline(border=2, dark="#24221d", light="#ffffff", **size))
