"""Routes of jobs: whoever has the desk may have work done for them."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.listing, name="jobs.desk"),
    path("<uuid:pk>/", views.page, name="jobs.job.desk"),
    path("<uuid:pk>/state.json", views.state, name="jobs.state.desk"),
    path("<uuid:pk>/<str:name>", views.file, name="jobs.file.desk"),
]
