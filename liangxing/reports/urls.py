"""Routes of reports."""

from django.urls import path

from . import views
from .packs.views import download

urlpatterns = [
    path("", views.listing, name="reports.read"),
    path("<slug:key>/", views.report, name="report.read"),
    path("<slug:key>/files/", views.all_files, name="report.files.build"),
    path("<slug:key>/docx/", views.as_docx, name="report.docx.read"),
    path("<slug:key>/pdf/", views.as_pdf, name="report.pdf.read"),
    path("<slug:key>/claims.json", views.as_claims, name="report.claims.read"),
    path("<slug:key>/prov.json", views.as_prov, name="report.prov.pack"),
    path("<slug:key>/pack/", download, name="report.pack"),
]
