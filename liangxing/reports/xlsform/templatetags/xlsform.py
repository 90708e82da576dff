"""Questions in a template."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from liangxing.kernel.language import CHINESE, nearest
from liangxing.reports.xlsform.survey import Question
from liangxing.reports.xlsform.writing import PLAIN

register = template.Library()


@register.filter
def asked_as(question: Question) -> str:
    """The label of a question in the visitor's language, as far as the form has it."""
    return question.label("zh" if nearest(get_language()) == CHINESE else "en", question.name)


@register.filter
def type_of(question: Question) -> str:
    """Its type as XLSForm calls it."""
    return question.type or PLAIN[question.sort]
