"""Alerts in plain words, as every page that tells of one shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import get_language

from liangxing.ledger.models import Community

from .plain import CATEGORIES, CERTAINTY, FATES, RESPONSES, SEVERITY, URGENCY
from .warnings import Seen, standing


def told(seen: Seen, language: str) -> dict[str, Any]:
    """An alert in plain words, in the reader's language as far as its sender gave it."""
    info = seen.info(language)
    words: dict[str, Any] = {"seen": seen, "alert": seen.alert, "message": seen.message, "info": info}
    words["fate"] = FATES[seen.fate.state]
    if info is None:
        return words
    return words | {
        "severity": SEVERITY[info.severity],
        "urgency": URGENCY[info.urgency],
        "certainty": CERTAINTY[info.certainty],
        "categories": [CATEGORIES[word] for word in info.categories],
        "responses": [RESPONSES[word] for word in info.responses],
        "foreign": not (info.language or "en").lower().startswith(language[:2]),
        "areas": list(dict.fromkeys(area.description for area in info.areas)),
    }


def standing_told(community: Community, at: datetime) -> list[dict[str, Any]]:
    """What stands at *at*, told in the language of the moment."""
    return [told(seen, get_language() or "en") for seen in standing(community, at)]
