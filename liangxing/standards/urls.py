"""Routes of standards."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.listing, name="standards.read"),
    path("<slug:key>/", views.standard, name="standard.read"),
    path("<slug:key>/assess/", views.keep, name="standard.assess"),
]
