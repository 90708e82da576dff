"""Pages of the assessors' door."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.door, name="assessors.read"),
    path("links/", views.listing, name="assessors.links.appoint"),
    path("links/<uuid:pk>/end/", views.close, name="assessors.end.appoint"),
]
