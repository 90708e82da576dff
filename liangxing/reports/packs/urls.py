"""Route of the page that checks a pack in the browser."""

from django.urls import path

from . import views

urlpatterns = [path("", views.check, name="packs.read")]
