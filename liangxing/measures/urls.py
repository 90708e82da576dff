"""Pages of figures."""

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("", views.index, name="figures.read"),
    path("proof/<uuid:pk>/", views.proof, name="figure.proof.read"),
    path("<str:key>/", views.figure, name="figure.read"),
    re_path(r"^(?P<key>[\w.]+)/rows\.(?P<ending>xlsx|csv)$", views.export, name="figure.export"),
]
