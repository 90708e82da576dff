"""Routes of reports."""

from django.urls import path

from . import of_record, views
from .packs.views import download

urlpatterns = [
    path("", views.listing, name="reports.read"),
    path("<slug:key>/", views.report, name="report.read"),
    path("<slug:key>/of/<str:kind>/<uuid:pk>/", of_record.document, name="report.record.build"),
    path("<slug:key>/of/<str:kind>/<uuid:pk>/docx/", of_record.as_docx, name="report.record_docx.build"),
    path("<slug:key>/of/<str:kind>/<uuid:pk>/pdf/", of_record.as_pdf, name="report.record_pdf.build"),
    path("<slug:key>/files/", views.all_files, name="report.files.build"),
    path("<slug:key>/docx/", views.as_docx, name="report.docx.read"),
    path("<slug:key>/pdf/", views.as_pdf, name="report.pdf.read"),
    path("<slug:key>/claims.json", views.as_claims, name="report.claims.read"),
    path("<slug:key>/prov.json", views.as_prov, name="report.prov.pack"),
    path("<slug:key>/pack/", download, name="report.pack"),
]
