"""The two languages of everything that people read."""

from __future__ import annotations

CHINESE, ENGLISH = "zh-hans", "en"


def nearest(code: str | None) -> str:
    """The one of our two languages that is nearest to the language *code* of a page; Chinese when there is none.

    >>> nearest("zh-cn"), nearest("en-gb"), nearest(None)
    ('zh-hans', 'en', 'zh-hans')
    """
    return CHINESE if not code or code.lower().startswith("zh") else ENGLISH
