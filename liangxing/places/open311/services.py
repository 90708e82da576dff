"""What can be reported, and what more is asked of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from liangxing.records.visit import Visit
from liangxing.rooms.environment.triage.categories import Attribute, Category, categories, category, of_service

from .answers import Fault, answer, spoken


def promise(one: Category) -> str:
    """By when a problem of this category is to be put right, in words."""
    if (n := one.work_days) is not None:
        words = ngettext("To be put right within %(n)s working day.", "To be put right within %(n)s working days.", n)
    else:
        n = one.hours or 0
        words = ngettext("To be put right within %(n)s hour.", "To be put right within %(n)s hours.", n)
    return words % {"n": n}


def told(one: Category) -> dict[str, Any]:
    """A service as GeoReport lists it."""
    words = get_language()
    private = " " + _("Not public.") if one.private else ""
    return {
        "service_code": one.service,
        "service_name": one.name(words),
        "description": promise(one) + private,
        "metadata": bool(one.attributes),
        "type": "realtime",
        "keywords": one.key,
        "group": category(one.group).name(words),
    }


def named(code: str) -> Category:
    """The category with this code; ``Fault`` 404 when there is none."""
    found = of_service(code)
    if found is None:
        raise Fault(404, _("service_code was not found. The list of services says which there are."))
    return found


@spoken("GET")
def many(request: Visit, form: str) -> HttpResponse:
    """Every service."""
    return answer(form, "services", "service", [told(one) for one in categories().values()])


@spoken("GET")
def one(request: Visit, form: str, code: str) -> HttpResponse:
    """What more a service asks."""
    asked = named(code)
    attributes = [_asks(n, each) for n, each in enumerate(asked.attributes, 1)]
    told = {"service_code": asked.service, "attributes": attributes}
    return answer(form, "service_definition", "", [told], single=True)


def _asks(n: int, each: Attribute) -> dict[str, Any]:
    words = get_language()
    row = {
        "variable": True,
        "code": each.code,
        "datatype": each.datatype,
        "required": each.required,
        "datatype_description": None,
        "order": n,
        "description": each.name(words),
    }
    if each.values:
        row["values"] = [{"key": key, "name": each.choice(key, words)} for key in each.values]
    return row
