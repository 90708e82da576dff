"""Routes of layouts."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.listing, name="layouts.build"),
    path("<slug:key>/<str:language>/", views.page, name="layout.build"),
    path("<slug:key>/<str:language>/shipped/", views.as_shipped, name="layout.shipped.build"),
    path("<slug:key>/<str:language>/file/", views.in_use, name="layout.file.build"),
    path("<slug:key>/<str:language>/preview/", views.preview, name="layout.preview.build"),
    path("<slug:key>/<str:language>/use/", views.use, name="layout.use.build"),
    path("<slug:key>/<str:language>/back/", views.back, name="layout.back.build"),
]
