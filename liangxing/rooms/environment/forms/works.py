"""The form of works."""

from liangxing.records.forms import form_of

from ..models import Works

WorksForm = form_of(Works, "code name sort estate road cost_cny day note", numbered=True)
