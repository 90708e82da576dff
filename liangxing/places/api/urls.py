"""Addresses of the door for programs; the community's code stands before them."""

from django.urls import path

from . import described, figures, pages, records

urlpatterns = [
    path("", pages.about, name="api.about.read"),
    path("openapi.json", described.OPENAPI, name="api.description.read"),
    path("keys/", pages.listing, name="api.keys.appoint"),
    path("keys/<uuid:pk>/end/", pages.close, name="api.end.appoint"),
    path("figures/", figures.ALL, name="api.figures.read"),
    path("figures/<str:key>/", figures.ONE, name="api.figure.read"),
    path("figures/<str:key>/records/", figures.ROWS, name="api.rows.read"),
    path("records/<str:kind>/", records.MANY, name="api.records.read"),
    path("records/<str:kind>/<uuid:pk>/", records.ONE, name="api.record.read"),
]
