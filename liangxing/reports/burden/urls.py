"""Routes of burden."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.meter, name="burden.desk"),
    path("bill/", views.as_page, name="burden.bill.desk"),
    path("bill/docx/", views.as_docx, name="burden.docx.desk"),
    path("bill/pdf/", views.as_pdf, name="burden.pdf.desk"),
]
