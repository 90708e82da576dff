"""Routes of departments' forms."""

from django.urls import path

from . import views

urlpatterns = [
    path("shipped/<slug:key>/", views.take, name="form.shipped.build"),
    path("<uuid:pk>/", views.one, name="form.desk"),
    path("<uuid:pk>/blank/", views.blank, name="form.blank.build"),
    path("<uuid:pk>/workbook/", views.workbook, name="form.workbook.build"),
    path("<uuid:pk>/cells/", views.cells, name="form.cells.build"),
    path("<uuid:pk>/fill/", views.filling, name="form.fill.build"),
    path("<uuid:pk>/filled/<uuid:filling>/", views.filled, name="form.filled.build"),
    path("<uuid:pk>/filled/<uuid:filling>/file/", views.file, name="form.file.build"),
    path("<uuid:pk>/filled/<uuid:filling>/send/", views.sending, name="form.send.build"),
]
