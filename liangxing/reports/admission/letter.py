"""The words with which a form goes back to who asked for it, as text to forward and as a letter."""

from __future__ import annotations

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from liangxing.ledger.models import Community
from liangxing.reports.blocks import Document, Paragraph
from liangxing.reports.forms.models import Form, FormField

from .models import Why
from .terms import period_on, turn_of


def words(form: Form, why: Why) -> tuple[str, ...]:
    """What to tell the department, in paragraphs, in the language of the moment."""
    first = period_on(form, form.day)
    told = {
        "title": form.title,
        "asker": form.asked_by,
        "authority": form.authority,
        "day": date_format(form.day),
        "last": date_format(form.valid_until) if form.valid_until else "",
        "due": date_format(turn_of(form, first).day),
    }
    said = {
        Why.NO_AUTHORITY: _(
            "%(asker)s: the form “%(title)s” names no rule or paper by which it is asked of our community, and we do "
            "not fill forms without one. Please send us the paper, the first and last day of its term, and how often "
            "the form is to be returned."
        ),
        Why.BEFORE: _(
            "%(asker)s: the form “%(title)s” (%(authority)s) is in force from %(day)s, and does not ask about the time "
            "before. We shall return it for its first period by %(due)s."
        ),
        Why.PAST: _(
            "%(asker)s: the form “%(title)s” (%(authority)s) was in force until %(last)s. That term is over, and we no "
            "longer fill it. If it is still needed, please send us the paper that is in force now, and its term."
        ),
    }
    return tuple(filter(None, (said[why] % told, _recorded(form))))


def _recorded(form: Form) -> str:
    """How much of what the form asks for can be read without asking; empty when nothing is known to be recorded."""
    cells = FormField.objects.known().filter(form=form.fact).exclude(source=FormField.Source.NOTHING)
    known = cells.filter(source__in=(FormField.Source.MEASURE, FormField.Source.FACT)).count()
    if not known:
        return ""
    told = {"known": known, "all": cells.count(), "address": f"{settings.LIANGXING_URL}/{form.community.code}/figures/"}
    return (
        _("%(known)s of the %(all)s items that it asks for stand in our records, and can be read at %(address)s") % told
    )


def letter(community: Community, form: Form, why: Why, language: str) -> Document:
    """The same as a document that can be sent."""
    with override(language):
        name = community.name if language == "zh-hans" else community.name_en or community.name
        return Document(
            key="sent-back",
            title=_("On the form “%(title)s”") % {"title": form.title},
            issuer=_("Residents' Committee of %(name)s") % {"name": name},
            day=localdate(),
            language=language,
            address=f"{settings.LIANGXING_URL}/{community.code}/reports/register/",
            blocks=tuple(Paragraph((part,)) for part in words(form, why)),
            stated=(),
        )
