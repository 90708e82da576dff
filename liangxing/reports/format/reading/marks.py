"""Names of WordprocessingML, and its values as numbers."""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS = {"w": W, "r": R, "a": A, "pr": "http://schemas.openxmlformats.org/package/2006/relationships"}


def w(name: str) -> str:
    """``w:name`` as lxml writes it."""
    return f"{{{W}}}{name}"


def value(parent: etree._Element | None, child: str, name: str = "val") -> str | None:
    """The attribute *name* of the *child* of *parent*; ``None`` when either is not there."""
    if parent is None or (found := parent.find(w(child))) is None:
        return None
    told = found.get(w(name))
    return None if told is None else str(told)


def switch(parent: etree._Element | None, child: str) -> bool | None:
    """A property that is on when it stands there; ``None`` when it does not."""
    if parent is None or (found := parent.find(w(child))) is None:
        return None
    return found.get(w("val"), "1") not in ("0", "false", "off")


def number(told: str | None, otherwise: float = 0.0) -> float:
    """A number that a file tells; *otherwise* when it tells none, or nonsense."""
    try:
        return float(told) if told is not None else otherwise
    except ValueError:
        return otherwise


def points(told: str | None, otherwise: float = 0.0) -> float:
    """Twentieths of a point as points."""
    return number(told, otherwise * 20) / 20


def mm(told: str | None) -> float:
    """Twentieths of a point as millimetres."""
    return points(told) * 25.4 / 72
