"""Route of the format check."""

from django.urls import path

from . import views

urlpatterns = [path("", views.page, name="format.lint")]
