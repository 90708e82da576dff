"""Styles: what a paragraph and its type have before anything is said at the place itself."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from .marks import value, w
from .props import Props, line_props, over, type_props

DEEPEST = 40  # styles that rest on each other; a circle ends here


class Styles:
    """The styles of a document, with its defaults beneath them."""

    def __init__(self, held: etree._Element | None, theme: Mapping[str, str]) -> None:
        self.theme = theme
        self._styles = {} if held is None else {str(one.get(w("styleId"))): one for one in held.findall(w("style"))}
        self._plain = {
            str(one.get(w("type"))): key
            for key, one in self._styles.items()
            if one.get(w("default")) in ("1", "true", "on")
        }
        ground = None if held is None else held.find(w("docDefaults"))
        self.type_ground = type_props(self._inner(ground, "rPrDefault", "rPr"), theme)
        self.line_ground = line_props(self._inner(ground, "pPrDefault", "pPr"))
        self._known: dict[tuple[str, str], Props] = {}

    @staticmethod
    def _inner(held: etree._Element | None, outer: str, inner: str) -> etree._Element | None:
        found = None if held is None else held.find(w(outer))
        return None if found is None else found.find(w(inner))

    def plain(self, sort: str = "paragraph") -> str:
        """The style of what names none."""
        return self._plain.get(sort, "")

    def chain(self, key: str) -> list[etree._Element]:
        """The style and all that it rests on, the farthest first."""
        found: list[etree._Element] = []
        while key in self._styles and len(found) < DEEPEST:
            found.append(self._styles[key])
            key = value(self._styles[key], "basedOn") or ""
        return found[::-1]

    def line(self, key: str) -> Props:
        """What a paragraph of this style has."""
        return self._merged("line", key)

    def type(self, key: str) -> Props:
        """What type of this style has."""
        return self._merged("type", key)

    def _merged(self, sort: str, key: str) -> Props:
        if (sort, key) not in self._known:
            told: Props = {}
            for one in self.chain(key):
                if sort == "line":
                    told = over(told, line_props(one.find(w("pPr"))))
                else:
                    told = told | type_props(one.find(w("rPr")), self.theme)
            self._known[sort, key] = told
        return self._known[sort, key]

    def name(self, key: str) -> str:
        """What people call the style; built-in ones in English, in lower case, as files have them."""
        return (value(self._styles.get(key), "name") or key).lower()

    def level(self, key: str) -> int | None:
        """The outline level that the style is of, 0 for a chapter."""
        told = self.line(key).get("outline")
        return int(told) if told is not None and told.isdigit() and int(told) < 9 else None
