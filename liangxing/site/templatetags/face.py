"""Words and addresses that every page needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from liangxing.ledger.models import Community

register = template.Library()


@register.filter
def called(community: Community) -> str:
    """The community's name in the language of the moment; its Chinese name when it has no other."""
    chinese = (get_language() or "").startswith("zh")
    return community.name if chinese else community.name_en or community.name


@register.simple_tag(takes_context=True)
def to(context: Context, route: str, *args: Any) -> str:
    """The address of *route* in the visitor's community; empty when there is no such page."""
    try:
        return reverse(route, args=[context["request"].community.code, *args])
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def may(context: Context, verb: str, kind: Any = None) -> bool:
    """Whether the visitor may do *verb*, to records of the model *kind* when it is given."""
    rights = getattr(context["request"], "rights", None)
    return bool(rights and rights.may(verb, kind))


@register.inclusion_tag("parts/steps.html")
def steps(at: int, *words: str) -> dict[str, Any]:
    """The steps of a task, in *words*; the one at *at* (from 1) is where the visitor stands, those before are done."""
    states = ["done" if n < at else "now" if n == at else "" for n in range(1, len(words) + 1)]
    return {"steps": list(zip(words, states, strict=True))}


@register.filter
def get(found: Mapping[str, Any], key: str) -> Any:
    """What *found* holds under *key*; ``None`` when nothing."""
    return found.get(key)


@register.inclusion_tag("parts/share.html", takes_context=True)
def share(context: Context, title: str = "", words: str = "", picture: Any = None) -> dict[str, Any]:
    """What others see when the page is sent on: title, description, and a picture by the id of its piece.

    Addresses are whole: they begin with ``LIANGXING_URL``.
    """
    request = context["request"]
    community = getattr(request, "community", None)
    image = reverse("evidence.thumb.read", args=[community.code, picture, "large"]) if community and picture else ""
    return {
        "title": title, "words": words, "community": community,
        "address": urljoin(settings.LIANGXING_URL, request.path),
        "image": urljoin(settings.LIANGXING_URL, image) if image else "",
    }  # fmt: skip
