"""Pages of the guided start, in a community that is founded."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.overview, name="start.appoint"),
    path("<slug:key>/", views.step, name="start.step.appoint"),
]
