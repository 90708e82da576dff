"""Routes of the import."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.importing, name="workbook.import"),
    path("starter.xlsx", views.starter_workbook, name="workbook.starter.import"),
    path("blank/<str:key>.xlsx", views.blank_workbook, name="workbook.blank.import"),
]
