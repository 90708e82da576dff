"""Opening a piece of evidence, and attaching one to a record."""

from __future__ import annotations

from typing import Any, BinaryIO, cast
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.records.kinds import kinds
from liangxing.records.models import Record
from liangxing.records.visit import Visit

from . import access, store, thumbs
from .actions import attach as keep
from .models import Piece
from .pictures import is_whole

INLINE = access.PICTURES | {"application/pdf"}
# Endings that evidence comes with; a program or a web page is none, whatever it says of itself.
PICTURE_ENDS = ("jpg", "jpeg", "png", "webp", "gif", "heic", "heif")
PAPER_ENDS = ("pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "ofd", "mp3", "m4a", "mp4")
DAY_S = 24 * 60 * 60


def _piece(request: Visit, pk: UUID) -> Piece:
    """The piece, if the visitor may have it; a struck one is gone for all but those who work with records."""
    piece = get_object_or_404(Piece, pk=pk, community=request.community)
    if (piece.struck_at and not request.rights.may("attach")) or not access.opens(request.rights, piece):
        raise Http404
    return piece


def read(request: Visit, pk: UUID) -> FileResponse:
    """The file as it came: pictures and PDF in the page, all else as a download; a large copy for the public."""
    piece = _piece(request, pk)
    if not access.opens_original(request.rights, piece):
        return _copy(piece, "large")
    if not store.path(piece.sha256).exists():
        raise Http404
    inline = piece.media_type in INLINE
    answer = FileResponse(
        store.path(piece.sha256).open("rb"),
        as_attachment=not inline,
        filename=piece.name,
        content_type=piece.media_type if inline else "application/octet-stream",
    )
    if piece.media_type != "application/pdf":  # browsers refuse to show a PDF in a sandbox, and run nothing in it
        answer["Content-Security-Policy"] = "sandbox"
    answer["Cache-Control"] = f"private, max-age={DAY_S}, immutable"
    return answer


def thumb(request: Visit, pk: UUID, size: str) -> FileResponse:
    """A small copy of a picture; 404 when the piece is none, or cannot be read."""
    return _copy(_piece(request, pk), size)


def _copy(piece: Piece, size: str) -> FileResponse:
    made = thumbs.thumb(piece.sha256, size) if access.is_picture(piece) else None
    if made is None:
        raise Http404
    answer = FileResponse(made.open("rb"), content_type="image/jpeg")
    answer["Cache-Control"] = f"private, max-age={DAY_S}, immutable"
    return answer


class AttachForm(forms.Form):
    """A file and what it is."""

    file = forms.FileField()
    sort = forms.RegexField(r"^[a-z-]{1,20}$")

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what is too large, empty, of an ending that is no evidence, or a picture that is none."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        name, _dot, end = (file.name or "").rpartition(".")
        end = end.lower()
        if end in ("svg", "svgz"):
            told = _("%(name)s is a drawing that can hold a program: send a photo or a PDF of it.")
            raise forms.ValidationError(told % {"name": file.name})
        if not name or end not in (*PICTURE_ENDS, *PAPER_ENDS):
            told = _("%(name)s is neither a picture nor a paper: send one of %(ends)s.")
            raise forms.ValidationError(told % {"name": file.name, "ends": ", ".join((*PICTURE_ENDS, *PAPER_ENDS))})
        if (file.size or 0) > settings.MAX_UPLOAD_MB << 20:
            told = _("%(name)s is larger than %(mb)s MB: make it smaller and send it again.")
            raise forms.ValidationError(told % {"name": file.name, "mb": settings.MAX_UPLOAD_MB})
        if end in PICTURE_ENDS and not is_whole(cast(BinaryIO, file)):
            told = _("%(name)s is no whole picture: take it again, or send the original.")
            raise forms.ValidationError(told % {"name": file.name})
        return file


@require_POST
def attach(request: Visit, kind: str, pk: UUID) -> HttpResponse:
    """Keep a file as evidence of one record, and go back to it; the same file twice is kept once."""
    known: Any = kinds().get(kind)
    if known is None or not request.rights.may("attach", known.model):
        raise Http404
    rows = request.rights.narrow(known.model._default_manager.filter(community=request.community))
    record = get_object_or_404(rows, pk=pk)
    form = AttachForm(request.POST, request.FILES)
    if form.is_valid():
        _keep(request, record, form.cleaned_data["file"], form.cleaned_data["sort"])
    else:
        missing = _("Choose a file first.")
        told = [str(words) for words in form.errors.get("file", [])] if request.FILES else [missing]
        messages.error(request, " ".join(told) or missing)
    return redirect(reverse(known.route("page"), args=[request.community.code, pk]) + "#evidence")


def _keep(request: Visit, record: Record, file: UploadedFile[bytes], sort: str) -> None:
    content = cast(BinaryIO, file)  # an upload has all that a file has
    digest, _size = store.put(content)
    if Piece.objects.known().filter(proves=record.fact, sha256=digest).exists():
        messages.info(request, _("This very file is already there: nothing was added."))
        return
    piece = keep(record, content, name=file.name or "", sort=sort, by=request.user.get_username())
    messages.success(request, _("%(name)s is attached.") % {"name": piece.name})
