"""Where a form came from, when it came as an XLSForm."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.reports.forms.models import Form


class SurveyFile(Event):
    """The XLSForm from which a form was made; ``sha256``: its content in the store of evidence, attached as a piece."""

    natural = ("form",)

    form = models.ForeignKey(Form, models.PROTECT, verbose_name=_("form"), related_name="+")
    sha256 = models.CharField(_("SHA-256 of the XLSForm"), max_length=64)
    file_name = models.CharField(_("file name"), max_length=120)

    class Meta(Event.Meta):
        verbose_name = _("XLSForm of a form")
        verbose_name_plural = _("XLSForms of forms")
