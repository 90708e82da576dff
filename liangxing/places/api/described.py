"""What programs may ask, as OpenAPI 3.1 describes it: made from the kinds and measures that there are."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from liangxing.measures.measure import MEASURES
from liangxing.records.choice import RecordChoice
from liangxing.records.kinds import Kind, kinds
from liangxing.records.visit import Visit

from .answers import PROBLEM, programs, told
from .said import fields_of

STRING, WHEN = {"type": "string"}, {"type": "string", "format": "date-time"}
UUID = {"type": "string", "format": "uuid"}
PAGE = {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1}}
DAYS = [{"name": name, "in": "query", "schema": {"type": "string", "format": "date"}} for name in ("first", "last")]
ASKED: list[dict[str, Any]] = [
    {"name": "period", "in": "query", "schema": STRING, "description": "2026, 2026-05, 2026-05-03/2026-06-02"},
    *[{"name": name, "in": "query", "schema": {"type": "string", "format": "date"}} for name in ("day", "known")],
]


def description(request: Visit) -> HttpResponse:
    """The description of all that this visitor may ask, for clients and testers to read."""
    at = reverse("api.about.read", args=[request.community.code]).rstrip("/")
    mine = [kind for kind in kinds().values() if request.rights.may("list", kind.model)]
    paths: dict[str, Any] = {"/figures/": {"get": _get(_("Every figure"), "Figures", ASKED)}}
    paths["/figures/{key}/"] = {"get": _get(_("One figure"), "Figure", [_key(), *ASKED])}
    paths["/figures/{key}/records/"] = {"get": _get(_("The records that a figure counts"), "Page", [_key(), PAGE])}
    schemas: dict[str, Any] = {**_SHARED}
    for kind in mine:
        paths |= _paths(kind)
        schemas[kind.key] = _schema(kind, request)
    return told(
        {
            "openapi": "3.1.0",
            "info": {"title": f"Liangxing: {request.community.name}", "version": "1"},
            "servers": [{"url": at}],
            "paths": paths,
            "components": {
                "schemas": schemas,
                "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            },
        }
    )


def _key() -> dict[str, Any]:
    return {"name": "key", "in": "path", "required": True, "schema": {"type": "string", "enum": sorted(MEASURES)}}


def _content(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _get(summary: str, schema: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    answers = {"200": {"description": summary, "content": _content(schema)}, **_wrong(400, 404)}
    return {"summary": summary, "parameters": parameters, "responses": answers}


def _wrong(*statuses: int) -> dict[str, Any]:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(status): {"description": "RFC 9457", "content": content} for status in statuses}


def _paths(kind: Kind) -> dict[str, Any]:
    name = kind.name
    pk = {"name": "id", "in": "path", "required": True, "schema": UUID}
    sent = {"required": True, "content": _content(kind.key)}
    made = {"description": name, "content": _content("Record")}
    once = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 200}}
    wrong = _wrong(400, 401, 403, 404, 409, 413, 415, 422)
    word = {"name": "q", "in": "query", "schema": STRING}
    return {
        f"/records/{kind.key}/": {
            "get": _get(str(kind.model._meta.verbose_name_plural), "Page", [word, *DAYS, PAGE]),
            "post": {
                "summary": _("Write: %s") % name,
                "security": [{"key": []}],
                "parameters": [once],
                "requestBody": sent,
                "responses": {"200": made, "201": made, **wrong},
            },
        },
        f"/records/{kind.key}/{{id}}/": {
            "get": _get(name, "Record", [pk]),
            "patch": {
                "summary": _("Correct: %s") % name,
                "security": [{"key": []}],
                "parameters": [pk],
                "requestBody": {"required": True, "content": {"application/json": {"schema": _WHY}}},
                "responses": {"200": made, **wrong},
            },
        },
    }


_WHY = {"type": "object", "required": ["why"], "properties": {"why": {"type": "string", "minLength": 1}}}


def _schema(kind: Kind, request: Visit) -> dict[str, Any]:
    """The fields that a program sends to write one of *kind*; what it may not read again is marked ``writeOnly``."""
    read = {field.name for field in fields_of(kind, request.rights)}
    fields = {
        name: {"title": str(field.label), **_field(field), **({} if name in read else {"writeOnly": True})}
        for name, field in kind.form.base_fields.items()
    }
    required = [name for name, field in kind.form.base_fields.items() if field.required and field.initial is None]
    return {"type": "object", "additionalProperties": False, "properties": fields, "required": required}


def _field(field: forms.Field) -> dict[str, Any]:
    """The JSON type of what a form's *field* takes. A reference is a code or a name, as people write it."""
    if isinstance(field, RecordChoice | forms.ModelChoiceField):
        return {"type": ["string", "object", "null"]}
    if isinstance(field, forms.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, forms.DecimalField | forms.FloatField):
        return {"type": ["string", "number", "null"]}
    if isinstance(field, forms.IntegerField):
        return {"type": ["integer", "null"]}
    if isinstance(field, forms.DateField):
        return {"type": ["string", "null"], "format": "date"}
    if isinstance(field, forms.ChoiceField):
        return {"type": ["string", "null"], "enum": [str(key) for key, _label in cast(Any, field.choices)]}
    return {"type": ["string", "null"]}


_SHARED: dict[str, Any] = {
    "Record": {
        "type": "object",
        "required": ["id", "fact", "recorded_at", "struck_at", "entry", "fields"],
        "properties": {
            "id": UUID,
            "fact": UUID,
            "recorded_at": WHEN,
            "struck_at": {"type": ["string", "null"], "format": "date-time"},
            "entry": {"type": ["integer", "null"]},
            "fields": {"type": "object"},
        },
    },
    "Page": {
        "type": "object",
        "required": ["count", "next", "records"],
        "properties": {
            "count": {"type": "integer"},
            "next": {"type": ["string", "null"]},
            "records": {"type": "array", "items": {"$ref": "#/components/schemas/Record"}},
        },
    },
    "Figure": {
        "type": "object",
        "required": ["key", "title", "says", "unit", "value", "rows", "proved", "page"],
        "properties": {
            **{name: STRING for name in ("key", "title", "says", "unit", "page")},
            "value": {"type": ["string", "null"]},
            "rows": {"type": "integer"},
            "proved": {"type": "integer"},
        },
    },
    "Figures": {
        "type": "object",
        "required": ["asked", "figures"],
        "properties": {
            "asked": {"type": "object"},
            "figures": {"type": "array", "items": {"$ref": "#/components/schemas/Figure"}},
        },
    },
    "Problem": {
        "type": "object",
        "required": ["type", "title", "status"],
        "properties": {
            "type": STRING,
            "title": STRING,
            "status": {"type": "integer"},
            "errors": {"type": "object", "additionalProperties": {"type": "array", "items": STRING}},
        },
    },
}
OPENAPI = programs(get=description)
