"""Routes that forms of every kind share."""

from django.urls import path

from . import lookup

urlpatterns = [path("names/<str:key>", lookup.names, name="records.names.write")]
