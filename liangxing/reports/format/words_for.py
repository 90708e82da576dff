"""Places and results in words, alike on the page and in the terminal."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .finding import Place
from .lint import Linted


def where(place: Place) -> str:
    """The paragraph, and the page when the file knows it."""
    if place.page is None:
        return _("paragraph %(n)s") % {"n": place.paragraph}
    return _("page %(page)s, paragraph %(n)s") % {"page": place.page, "n": place.paragraph}


def summary(linted: Linted) -> str:
    """How many rules were asked of how many paragraphs, and what came of it."""
    asked = _("%(rules)s rules asked of %(paragraphs)s paragraphs.") % {
        "rules": linted.asked,
        "paragraphs": linted.paragraphs,
    }
    if not linted.wrong:
        return asked + " " + _("Nothing is to be put right.")
    some = ngettext("%(n)s thing is to be put right.", "%(n)s things are to be put right.", linted.wrong)
    return asked + " " + some % {"n": linted.wrong}
