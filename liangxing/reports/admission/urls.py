"""Routes of the register of forms."""

from django.urls import path

from liangxing.records.views import urls_of
from liangxing.reports.forms.models import Form

from . import views
from .forms import AskedForm, ByHandForm
from .models import ByHand

urlpatterns = [
    path("", views.register, name="admission.register.desk"),
    path("of/<uuid:pk>/", views.form, name="admission.form.desk"),
    path("of/<uuid:pk>/sent-back/", views.sent_back, name="admission.back.build"),
    path("of/<uuid:pk>/letter/", views.as_letter, name="admission.letter.desk"),
    *urls_of(
        Form,
        AskedForm,
        columns=("title", "asked_by", "authority", "period", "day", "until"),
        filters=("asked_by", "period"),
    ),
    *urls_of(ByHand, ByHandForm, columns=("form", "first", "after", "day", "cells", "minutes"), filters=("form",)),
]
