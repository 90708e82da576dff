"""Routes of XLSForm."""

from django.urls import path

from . import views

urlpatterns = [
    path("new/", views.new, name="xlsform.new.build"),
    path("<uuid:pk>/", views.one, name="xlsform.form.build"),
    path("<uuid:pk>/xlsx/", views.sheet, name="xlsform.sheet.build"),
    path("<uuid:pk>/xform/", views.as_xform, name="xlsform.xform.build"),
    path("<uuid:pk>/<uuid:filling>/xml/", views.answers_xml, name="xlsform.xml.build"),
    path("<uuid:pk>/<uuid:filling>/csv/", views.answers_csv, name="xlsform.csv.build"),
]
