"""Routes of fonts."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.fonts, name="fonts.dress"),
    path("remove/", views.take_away, name="fonts.remove.dress"),
]
