"""Routes of what was sent."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.listing, name="sent.desk"),
    path("errata/", views.errata, name="sent.errata.desk"),
    path("errata/docx/", views.letter, name="sent.letter.desk"),
    path("errata/told/", views.told, name="sent.told.build"),
    path("new/<slug:key>/", views.new, name="sent.new.build"),
    path("new/<slug:key>/of/<str:kind>/<uuid:pk>/", views.new_of_record, name="sent.record.build"),
    path("<uuid:pk>/", views.dispatch, name="sent.dispatch.read"),
]
