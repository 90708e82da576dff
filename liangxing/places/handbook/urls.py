"""Addresses of the handbook."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="handbook.read"),
    path("<str:app>/<str:key>/", views.read, name="handbook.chapter.read"),
    path("<str:app>/<str:key>/<str:name>", views.picture, name="handbook.picture.read"),
]
