"""Route of the report check."""

from django.urls import path

from . import views

urlpatterns = [path("", views.check, name="report.check")]
