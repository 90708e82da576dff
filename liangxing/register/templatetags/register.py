"""Words of the register in a template: roles, how far a post reaches, and what a change request asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template
from django.forms import BooleanField
from django.template import Context
from django.utils.translation import gettext as _

from liangxing.records.kinds import Kind
from liangxing.records.models import Record
from liangxing.records.tables.columns import label
from liangxing.register.models import ChangeRequest, ChangeReview
from liangxing.register.roles import ROLES

register = template.Library()


@register.filter
def role(key: str) -> Any:
    """What people call a role; the key itself when nobody knows it any more."""
    return ROLES[key].name if key in ROLES else key


@register.simple_tag
def roles_told() -> Iterator[tuple[Any, str]]:
    """Each role for which there are accounts, and in a sentence what it may do."""
    told = {
        "secretary": _("Everything, and gives out posts."),
        "committee": _("Records and reports, answers change requests; no confidential cases."),
        "worker": _("Records, imports, reports."),
        "grid": _("Records of their buildings."),
        "building_head": _("Writes for one building, and sees its households."),
        "volunteer": _("Sees what is open to all, and may say what is wrong."),
        "enterprise": _("Writes for one organisation."),
        "resident": _("Sees one household, and may say what is wrong."),
    }
    return ((ROLES[key].name, words) for key, words in told.items())


@register.simple_tag
def asked_text(kind: Kind, name: str, text: str) -> str:
    """A text of a change request in words: the word of a choice, yes or no, a dash for nothing."""
    field = kind.form.base_fields[name]
    if isinstance(field, BooleanField):
        return _("yes") if text == "true" else _("no")
    words = dict(getattr(field, "choices", ()) if not hasattr(field, "queryset") else ())
    return str(words.get(text, label(kind.model, name, text))) if text else "—"


@register.simple_tag
def paired(kind: Kind, one: Record, other: Record, refer: tuple[int, int]) -> dict[str, Any]:
    """Two records as the table of a pair shows them."""
    return {"kind": kind, "one": one, "other": other, "refer": refer}


@register.simple_tag(takes_context=True)
def open_requests(context: Context) -> int:
    """How many change requests wait for an answer in the visitor's community."""
    here = {"community": context["request"].community}
    answered = ChangeReview.objects.known().filter(**here).values("request")
    return ChangeRequest.objects.known().filter(**here).exclude(fact__in=answered).count()
