"""The fonts of a theme: a style may say no more than "the body font of the theme"."""

from __future__ import annotations

from lxml import etree

from .marks import NS

SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}


def fonts(theme: etree._Element | None, language: str) -> dict[str, str]:
    """What ``minorEastAsia`` and its likes mean here. *language*: the East Asian one that the settings name."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for sort in ("major", "minor"):
        held = theme.find(f".//a:{sort}Font", NS)
        if held is None:
            continue
        latin, east = held.find("a:latin", NS), held.find("a:ea", NS)
        scripts = {one.get("script"): one.get("typeface") or "" for one in held.findall("a:font", NS)}
        named = (east.get("typeface") if east is not None else "") or scripts.get(SCRIPTS.get(language, "Hans"), "")
        found[f"{sort}EastAsia"] = named
        typeface = (latin.get("typeface") if latin is not None else "") or ""
        found[f"{sort}HAnsi"] = found[f"{sort}Ascii"] = typeface
    return found
