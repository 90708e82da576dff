"""The tag that every form which may write has already: it gives the form its key too."""

from __future__ import annotations

from django import template
from django.template import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from liangxing.records.once import FIELD, new_key

register = template.Library()


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> str:
    """Django's token against forged forms, and the key by which a form that comes twice is done once."""
    token = CsrfTokenNode().render(context)
    if not token or "request" not in context:
        return token
    return format_html('{}<input type="hidden" name="{}" value="{}">', token, FIELD, new_key(context["request"]))
