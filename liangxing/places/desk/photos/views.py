"""The heap in two steps: where each photo would go, then attaching them in one act."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.transaction import non_atomic_requests
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from liangxing.evidence import thumbs
from liangxing.evidence.actions import attach
from liangxing.evidence.channels.workbook import uploads
from liangxing.evidence.models import Piece
from liangxing.evidence.pictures import WRONG, small_copy
from liangxing.evidence.templatetags.evidence import sorts
from liangxing.evidence.views import PICTURE_ENDS, AttachForm
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.kinds import kinds
from liangxing.records.models import Record
from liangxing.records.visit import Visit

from .sorting import Happened, happened, match
from .taken import Taken, taken, without_spot

ACT = "evidence.photos"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that was sent and is not attached yet: its hash, the name it came under, and what it says of itself."""

    digest: str
    name: str
    taken: Taken
    where: Happened | None = None
    why: str = ""

    @property
    def day(self) -> str:
        """The day for the form; empty when the photo does not say."""
        return self.taken.at.date().isoformat() if self.taken.at else ""


@non_atomic_requests  # nothing is written but files that nobody has accepted
def heap(request: Visit) -> HttpResponse:
    """Choose photos; see to which record each would go."""
    if request.method != "POST":
        return render(request, "desk/photos.html")
    told, refused = _sent(request.FILES.getlist("photos"))
    if not told:
        return render(request, "desk/photos.html", {"refused": refused or [_("Choose some photos first.")]}, status=422)
    there = happened(request, {photo.taken.at.date() for photo in told if photo.taken.at})
    photos = [Photo(p.digest, p.name, p.taken, *match(p.taken, p.name, there)) for p in told]
    context = {"groups": _groups(photos), "there": there, "sorts": sorts(), "refused": refused, "photos": photos}
    return render(request, "desk/photos.html", context)


def _sent(files: Iterable[UploadedFile[bytes]]) -> tuple[list[Photo], list[str]]:
    """The photos that were sent, one after another so that no heap fills the memory; and what was refused."""
    photos: dict[str, Photo] = {}
    refused: list[str] = []
    for file in files:
        name = file.name or ""
        form = AttachForm({"sort": "photo"}, MultiValueDict({"file": [file]}))
        if not form.is_valid():
            refused += [str(words) for words in form.errors.get("file", [])]
        elif name.rpartition(".")[2].lower() not in PICTURE_ENDS:
            refused.append(_("%s is no picture: attach it on the page of its record.") % name)
        else:
            photo = _put(form.cleaned_data["file"], name)
            photos.setdefault(photo.digest, photo)
    return list(photos.values()), refused


def _put(file: UploadedFile[bytes], name: str) -> Photo:
    said = taken(cast(BinaryIO, file), name)
    file.seek(0)
    content = without_spot(file.read())
    digest = uploads.put_content(content)
    _small(digest, content)
    return Photo(digest, name, said)


def _small(digest: str, content: bytes) -> None:
    """A thumbnail beside the upload; a picture that cannot be shown has none."""
    try:
        small_copy(io.BytesIO(content), thumbs.EDGES_PX["small"]).save(_thumb(digest), "JPEG", quality=80)
    except WRONG:
        return


def _thumb(digest: str) -> Path:
    return uploads.find(digest).with_suffix(".thumb.jpg")


def _groups(photos: list[Photo]) -> list[tuple[Happened | None, list[Photo]]]:
    """Photos by the record they would go to; those that are asked about come first."""
    groups: dict[str, tuple[Happened | None, list[Photo]]] = {}
    for photo in sorted(photos, key=lambda p: (p.where is not None, p.day, p.name)):
        groups.setdefault(photo.where.key if photo.where else "", (photo.where, []))[1].append(photo)
    return list(groups.values())


def thumb(request: Visit, digest: str) -> FileResponse:
    """The thumbnail of a photo that is not attached yet: whoever has its hash has the photo."""
    try:
        path = _thumb(digest)
    except Refused:
        raise Http404 from None
    if not path.exists():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


@require_POST
def keep(request: Visit) -> HttpResponse:
    """Attach each photo to the record that was confirmed for it, all in one act; those left out are forgotten."""
    rows = list(zip(*(request.POST.getlist(name) for name in ("digest", "name", "to", "sort", "day")), strict=False))
    by, kept = request.user.get_username(), 0
    try:
        with act(ACT, community=request.community, by=by):
            for digest, name, to, sort, day in rows:
                kept += bool(to) and _attach(request, _record(request, to), digest, name=name, sort=sort, day=day)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        words = ngettext("%(n)s photo attached, of %(all)s.", "%(n)s photos attached, of %(all)s.", kept)
        back = reverse("desk.mine.desk", args=[request.community.code])
        words = words % {"n": kept, "all": len(rows)}
        messages.success(request, format_html("{} <a href='{}'>{}</a>", words, back, _("Undo")))
    return redirect("desk.photos.attach", community=request.community.code)


def _record(request: Visit, key: str) -> Record:
    kind, _sep, pk = key.partition(":")
    known: Any = kinds().get(kind)
    if known is None or not request.rights.may("attach", known.model):
        raise Http404
    rows = request.rights.narrow(known.model._default_manager.known().filter(community=request.community))
    try:
        found: Record | None = rows.filter(pk=UUID(pk)).first()
    except ValueError:
        raise Http404 from None
    if found is None:
        raise Refused(_("A record was struck meanwhile: choose the photos once more."))
    return found


def _attach(request: Visit, record: Record, digest: str, *, name: str, sort: str, day: str) -> bool:
    """Whether the photo was new to the record."""
    if sort not in dict(sorts()):
        raise Http404
    path = uploads.find(digest)
    if Piece.objects.known().filter(proves=record.fact, sha256=digest).exists():
        return False
    try:
        told = date.fromisoformat(day) if day else None
    except ValueError:
        raise Http404 from None
    with path.open("rb") as file:
        attach(record, file, name=name, sort=sort, by=request.user.get_username(), day=told)
    return True
