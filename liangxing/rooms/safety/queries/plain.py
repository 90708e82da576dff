"""The words of CAP in plain words, as a reader needs them: how bad, how soon, how sure, and what to do."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SEVERITY: dict[str, Promise] = {
    "Extreme": _("extraordinary danger to life or homes"),
    "Severe": _("great danger to life or homes"),
    "Moderate": _("possible danger to life or homes"),
    "Minor": _("little danger to life or homes"),
    "Unknown": _("how dangerous is not known"),
}
URGENCY: dict[str, Promise] = {
    "Immediate": _("act now"),
    "Expected": _("act within the hour"),
    "Future": _("act soon"),
    "Past": _("nothing more to do"),
    "Unknown": _("how soon is not known"),
}
CERTAINTY: dict[str, Promise] = {
    "Observed": _("it has happened or is under way"),
    "Likely": _("it is likely"),
    "Possible": _("it is possible"),
    "Unlikely": _("it is unlikely"),
    "Unknown": _("how sure is not known"),
}
RESPONSES: dict[str, Promise] = {
    "Shelter": _("Stay where you are, or go inside."),
    "Evacuate": _("Leave, the way your card shows."),
    "Prepare": _("Get ready."),
    "Execute": _("Do what was agreed for this case."),
    "Avoid": _("Keep away from it."),
    "Monitor": _("Watch for further news."),
    "Assess": _("Judge for yourself; nothing is asked."),
    "AllClear": _("The danger is over."),
    "None": _("Nothing is to be done."),
}
CATEGORIES: dict[str, Promise] = {
    "Geo": _("earth and landslides"),
    "Met": _("weather and floods"),
    "Safety": _("public safety"),
    "Security": _("security"),
    "Rescue": _("rescue"),
    "Fire": _("fire"),
    "Health": _("health"),
    "Env": _("environment"),
    "Transport": _("traffic"),
    "Infra": _("water, power, networks"),
    "CBRNE": _("dangerous substances"),
    "Other": _("other"),
}
FATES: dict[str, Promise] = {
    "stands": _("stands now"),
    "superseded": _("superseded by a later message"),
    "cancelled": _("cancelled by its sender"),
    "expired": _("expired"),
    "coming": _("not yet in effect"),
    "answer": _("is about another message"),
    "silent": _("not for the public"),
}
