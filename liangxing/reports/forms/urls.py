"""Routes of departments' forms."""

from django.urls import path
from django.views.generic import RedirectView

from . import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admission.register.desk"), name="onetable.forms.desk"),
    path("new/", views.new, name="onetable.new.build"),
    path("shipped/<slug:key>/", views.take, name="onetable.form.shipped.build"),
    path("<uuid:pk>/", views.one, name="onetable.form.desk"),
    path("<uuid:pk>/blank/", views.blank, name="onetable.form.blank.build"),
    path("<uuid:pk>/workbook/", views.workbook, name="onetable.form.workbook.build"),
    path("<uuid:pk>/cells/", views.cells, name="onetable.form.cells.build"),
    path("<uuid:pk>/fill/", views.filling, name="onetable.form.fill.build"),
    path("<uuid:pk>/filled/<uuid:filling>/", views.filled, name="onetable.form.filled.build"),
    path("<uuid:pk>/filled/<uuid:filling>/file/", views.file, name="onetable.form.file.build"),
    path("<uuid:pk>/filled/<uuid:filling>/send/", views.sending, name="onetable.form.send.build"),
]
