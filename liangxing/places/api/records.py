"""Records of every kind: listed, read, written and corrected by programs, through the forms that people use."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.paginator import InvalidPage, Paginator
from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.actions import correct, write
from liangxing.records.filters import found
from liangxing.records.forms import RecordForm
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Record, Records, Sending, column_of
from liangxing.records.visit import Visit
from liangxing.register.door import program_of

from .answers import Wrong, body, programs, told
from .said import records

PAGE = 200  # records at once: some 100 kB


def listed(request: Visit, kind: str) -> HttpResponse:
    """One page of the records of *kind* that stand; ``q``, ``first``, ``last`` and the filters of its list narrow."""
    known = _kind(request, kind, "list")
    filters = found(known, request.GET, request.community, request.rights)
    if not filters.is_valid():
        raise Wrong(400, _("The address asks for what cannot be found."), errors=_errors(filters.form.errors))
    return told(paged(request, known, filters.qs))


def paged(request: Visit, kind: Kind, rows: Records[Any]) -> dict[str, Any]:
    """The page of *rows* that the address asks for, how many there are, and where the next page is."""
    try:
        page = Paginator(rows, PAGE).page(request.GET.get("page", 1))
    except InvalidPage:
        raise Wrong(404, _("There is no such page.")) from None
    query = request.GET.copy()
    query["page"] = str(page.number + 1)
    onward = f"{request.path}?{query.urlencode()}" if page.has_next() else None
    rows_here: Any = page.object_list
    return {"count": page.paginator.count, "next": onward, "records": records(kind, rows_here, eyes=request.rights)}


def one(request: Visit, kind: str, pk: UUID) -> HttpResponse:
    """One record, by the id of any of its tellings."""
    known = _kind(request, kind, "page")
    return told(_told(request, known, _one(request, known, pk)))


def written(request: Visit, kind: str) -> HttpResponse:
    """Keep the record that is sent: 201 with its address. The same ``Idempotency-Key`` again: 200, and nothing new."""
    known = _kind(request, kind, "write")
    if not (key := request.headers.get("Idempotency-Key", "")):
        return _answer(request, known, _write(request, known), 201)
    who, content = request.headers.get("Authorization", ""), sha256(request.body).hexdigest()
    named = sha256("\n".join((who, request.path, key)).encode()).hexdigest()
    with transaction.atomic():
        sending, first = Sending.objects.get_or_create(key=named, defaults={"content": content})
        if first:
            made = _write(request, known)  # what is refused leaves no trace of the key either
            Sending.objects.filter(key=named).update(answer=str(made.pk))
            return _answer(request, known, made, 201)
    if sending.content != content:
        raise Wrong(409, _("This Idempotency-Key came before with another record: take a new one."))
    return _answer(request, known, _one(request, known, UUID(sending.answer)), 200)


def corrected(request: Visit, kind: str, pk: UUID) -> HttpResponse:
    """Tell the record anew with the fields that are sent; ``why`` is asked for, and stays with the correction."""
    known = _kind(request, kind, "correct")
    old, said = _one(request, known, pk), body(request)
    why = str(said.pop("why", "")).strip()[:200]
    if not why:
        raise Wrong(422, _("Say why: the reason stays with the correction."), errors={"why": [_("Say why.")]})
    form = _form(request, known, _fields(known, said), instance=old.anew())
    changes = {column: getattr(form.instance, column) for name in said for column in [column_of(known.model, name)]}
    try:
        new = correct(old, by=program_of(request), why=why, **changes)
    except Refused as refused:
        raise Wrong(409, str(refused)) from None
    return _answer(request, known, new, 200)


def _kind(request: Visit, key: str, verb: str) -> Kind:
    """The kind, for a visitor who may do *verb* to it. Writing takes a key; not being allowed is not being there."""
    if verb in ("write", "correct") and not program_of(request):
        raise Wrong(401, _("Writing takes a key: Authorization: Bearer …. The secretary gives one."))
    if key not in kinds() or not request.rights.may(verb, kinds()[key].model):
        raise Http404
    return kinds()[key]


def _one(request: Visit, kind: Kind, pk: UUID) -> Record:
    every: Records[Any] = kind.model._default_manager.filter(community=request.community)
    record: Record | None = request.rights.narrow(every).filter(pk=pk).first()
    if record is None:
        raise Http404
    return record


def _write(request: Visit, kind: Kind) -> Record:
    form = _form(request, kind, _fields(kind, body(request)))
    if not request.rights.concerns(form.instance):
        raise Wrong(403, _("This lies outside what the key reaches."))
    try:
        kept: Record = write(form.instance, community=request.community, by=program_of(request))
    except Refused as refused:
        raise Wrong(409, str(refused)) from None
    return kept


def _fields(kind: Kind, said: Mapping[str, Any]) -> dict[str, Any]:
    """What was *said*, for the form, a reference by its code or its fact; ``Wrong`` for what no form takes."""
    unknown = {name: [_("There is no such field.")] for name in said if name not in kind.form.base_fields}
    nested = {
        name: [_("One value is meant here, not several.")]
        for name, value in said.items()
        if isinstance(value, list) or (isinstance(value, dict) and set(value) - {"fact", "name"})
    }
    if unknown or nested:
        raise Wrong(422, _("The record was not kept."), errors=unknown | nested)
    return {name: value.get("fact") if isinstance(value, dict) else value for name, value in said.items()}


def _form(request: Visit, kind: Kind, data: Mapping[str, Any], **more: Any) -> RecordForm[Any]:
    """The valid form of what it says already, or by default, and of *data* instead."""
    shown = kind.form(community=request.community, **more)
    said = {name: shown[name].value() for name in shown.fields}
    named = {name: shown.fields[name].prepare_value(value) for name, value in data.items()}  # a fact by its code
    form = kind.form({**said, **named}, community=request.community, **more)
    if not form.is_valid():
        raise Wrong(422, _("The record was not kept."), errors=_errors(form.errors))
    return form


def _errors(errors: Any) -> dict[str, list[str]]:
    """For each field its errors in words; what concerns the whole under ``""``."""
    return {"" if name == "__all__" else name: [str(word) for word in words] for name, words in errors.items()}


def _told(request: Visit, kind: Kind, record: Record) -> dict[str, Any]:
    return records(kind, kind.model._default_manager.filter(pk=record.pk), eyes=request.rights)[0]


def _answer(request: Visit, kind: Kind, record: Record, status: int) -> JsonResponse:
    answer = told(_told(request, kind, record), status)
    answer["Location"] = reverse("api.record.read", args=[request.community.code, kind.key, record.pk])
    return answer


MANY = programs(get=listed, post=written)
ONE = programs(get=one, patch=corrected)
