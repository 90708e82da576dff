"""The page form by which a department's workbook is uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from liangxing.records.forms import RecordForm

from .incoming import Incoming
from .models import Form

if TYPE_CHECKING:
    FormOfForm = RecordForm[Form]
else:
    FormOfForm = RecordForm


class NewForm(FormOfForm):
    """A form that is new here; a title and a number that are left out are made from its workbook and the year."""

    ahead = ("day", "until")
    title = forms.CharField(
        label=_("title of the form"), max_length=120, required=False, help_text=_("Left out: as the workbook has it.")
    )
    day = forms.DateField(label=_("in force from"), required=False, help_text=_("Left out: from today."))

    class Meta:
        model = Form
        fields = ["title", "asked_by", "authority", "period", "within_d", "day", "until"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls"})
        words = _("The workbook as the department sent it (.xlsx, .xlsm, .xls)")
        self.fields["file"] = forms.FileField(label=words, widget=widget)
        self.order_fields(["file", "asked_by", "authority", "period", "within_d", "title", "day", "until"])

    def told(self, found: Incoming) -> Form:
        """The form, not kept yet, with what its workbook says where nothing was told."""
        form, today = self.instance, localdate()
        form.title = form.title or found.title[:120]
        form.day = form.day or today
        form.file_name = found.name[-120:]
        form.code = f"{today:%Y}-{Form.objects.known().filter(community=self.community).count() + 1:03}"
        return form
