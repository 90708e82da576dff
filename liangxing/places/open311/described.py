"""The description of the protocol as it is spoken here, as OpenAPI 3.0.

Adapted from the specification's own description (open311.github.io, ``data/georeport_v2-1.yaml``): what that leaves
open is said, both forms are there, and so are the statuses with which what is wrong is answered.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import override

from liangxing.records.almanac import absolute
from liangxing.records.visit import Visit
from liangxing.rooms.environment.triage.categories import categories

from .asked import MOST
from .writing import ADDRESS, TEXT, URL

Told = dict[str, Any]
WORDS: Told = {"type": "string"}
MAYBE: Told = {"type": "string", "nullable": True}
MOMENT: Told = {"type": "string", "format": "date-time"}
LATER: Told = {**MOMENT, "nullable": True}
STATUS: Told = {"type": "string", "enum": ["open", "closed"]}
WRONG = {
    400: "Something that was sent is missing or wrong; the answer says what.",
    403: "api_key is missing, wrong or withdrawn.",
    404: "There is no such service, request or jurisdiction here.",
    405: "The address does not take this method.",
    413: "The body is too long.",
    429: "The key is used too fast.",
}


def _made_of(required: str, /, **properties: Told) -> Told:
    return {"type": "object", "required": required.split(), "properties": properties}


def _list_of(name: str) -> Told:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


SCHEMAS: Told = {
    "Service": _made_of(
        "service_code service_name type metadata", service_code=WORDS, service_name=WORDS, description=WORDS,
        metadata={"type": "boolean"}, type={"type": "string", "enum": ["realtime"]}, keywords=WORDS, group=WORDS,
    ),
    "ServiceDefinition": _made_of("service_code attributes", service_code=WORDS, attributes=_list_of("Attribute")),
    "Attribute": _made_of(
        "variable code datatype required", variable={"type": "boolean"}, code=WORDS, datatype=WORDS,
        required={"type": "boolean"}, datatype_description=MAYBE, order={"type": "integer"}, description=WORDS,
        values={"type": "array", "items": _made_of("key name", key=WORDS, name=WORDS)},
    ),
    "Request": _made_of(
        "service_request_id status service_code requested_datetime", service_request_id=WORDS, status=STATUS,
        status_notes=MAYBE, service_name=WORDS, service_code=WORDS, description=MAYBE, agency_responsible=WORDS,
        service_notice=MAYBE, requested_datetime=MOMENT, updated_datetime=MOMENT, expected_datetime=LATER,
        address=MAYBE, address_id=MAYBE, zipcode=MAYBE, lat={"type": "number", "nullable": True},
        long={"type": "number", "nullable": True}, media_url=MAYBE,
    ),
    "Kept": _made_of("service_request_id", service_request_id=WORDS, service_notice=WORDS, account_id=MAYBE),
    "Token": _made_of("service_request_id token", service_request_id=WORDS, token=WORDS),
    "Update": _made_of(
        "update_id service_request_id status updated_datetime", update_id=WORDS, service_request_id=WORDS,
        status=STATUS, updated_datetime=MOMENT, description=WORDS,
    ),
    "Fault": _made_of("code description", code={"type": "integer"}, description=WORDS),
    "Discovery": _made_of("changeset endpoints", changeset=WORDS, contact=WORDS, key_service=WORDS,
                          endpoints={"type": "array", "items": {"type": "object"}}),
}  # fmt: skip


def _asks(name: str, schema: Told = WORDS, where: str = "query", **more: Any) -> Told:
    return {"name": name, "in": where, "schema": schema, **more}


JURISDICTION = _asks("jurisdiction_id", description="The code of the community; the address says it already.")
SPAN = [
    _asks("start_date", MOMENT, description="The earliest moment; with end_date at most 90 days."),
    _asks("end_date", MOMENT, description="The latest moment. Without both: the last 90 days."),
]
IDS = _asks("service_request_id", description="Ids with commas between; overrides all else.")
NEW: Told = _made_of(
    "api_key service_code", api_key={**WORDS, "minLength": 1},
    service_code={**WORDS, "enum": [one.service for one in categories().values()]},
    lat={"type": "number", "minimum": -90, "maximum": 90},
    long={"type": "number", "minimum": -180, "maximum": 180}, address_string={**WORDS, "maxLength": ADDRESS},
    address_id=WORDS, description={**WORDS, "maxLength": TEXT}, media_url={**WORDS, "maxLength": URL},
    email=WORDS, phone=WORDS, first_name=WORDS, last_name=WORDS, device_id=WORDS, account_id=WORDS,
)  # fmt: skip
WORD: Told = _made_of(
    "api_key service_request_id description", api_key=WORDS, service_request_id=WORDS, status=STATUS, description=WORDS
)


def _answers(form: str, schema: Told, *wrong: int) -> Told:
    """The answers of an operation: JSON by its schema, XML as text, and what can be wrong."""

    def told(what: Told) -> Told:
        return {"application/json": {"schema": what}} if form == "json" else {"text/xml": {"schema": WORDS}}

    found: Told = {"200": {"description": "What was asked for.", "content": told(schema)}}
    for status in (*wrong, 405):
        found[str(status)] = {"description": WRONG[status], "content": told(_list_of("Fault"))}
    return found


def _reads(form: str, says: str, schema: Told, *parameters: Told, wrong: tuple[int, ...] = (404,)) -> Told:
    return {"summary": says, "parameters": [JURISDICTION, *parameters], "responses": _answers(form, schema, *wrong)}


def _writes(form: str, says: str, body: Told, schema: Told) -> Told:
    content = {kind: {"schema": body} for kind in ("application/x-www-form-urlencoded", "application/json")}
    return {
        "summary": says,
        "description": "Attributes of the service are sent as attribute[CODE]. XML below a root element does as well.",
        "parameters": [JURISDICTION],
        "requestBody": {"required": True, "content": content},
        "responses": _answers(form, schema, 400, 403, 404, 413, 429),
    }


def paths(form: str) -> Told:
    """Every address in one form."""
    code = _asks("service_code", {**WORDS, "enum": [c.service for c in categories().values()]}, "path", required=True)
    number = _asks("number", {**WORDS, "format": "uuid"}, "path", required=True)
    status = _asks("status", STATUS, description="Both, with a comma between, when nothing is said.")
    pages = [
        _asks("page", {"type": "integer", "minimum": 1, "maximum": 100_000}),
        _asks("page_size", {"type": "integer", "minimum": 1, "maximum": MOST}),
    ]
    wanted = _reads(
        form, "Public requests, the newest first", _list_of("Request"), IDS, _asks("service_code"), *SPAN, status,
        *pages, wrong=(400, 404),
    )  # fmt: skip
    updates = _reads(form, "Steps on public requests", _list_of("Update"), IDS, *SPAN, wrong=(400, 404))
    definition = _reads(form, "What more a service asks", {"$ref": "#/components/schemas/ServiceDefinition"}, code)
    return {
        f"/services.{form}": {"get": _reads(form, "What can be reported", _list_of("Service"))},
        f"/services/{{service_code}}.{form}": {"get": definition},
        f"/requests.{form}": {"get": wanted, "post": _writes(form, "Report a problem", NEW, _list_of("Kept"))},
        f"/requests/{{number}}.{form}": {"get": _reads(form, "One request", _list_of("Request"), number)},
        f"/tokens/{{number}}.{form}": {"get": _reads(form, "The id behind a token", _list_of("Token"), number)},
        f"/servicerequestupdates.{form}": {
            "get": updates, "post": _writes(form, "Add a word to a request of the key", WORD, _list_of("Update"))
        },
    }  # fmt: skip


def description(request: Visit) -> HttpResponse:
    """The whole description."""
    services = absolute(reverse("open311.services.read", args=[request.community.code, "json"]))
    with override("en"):
        told = {
            "openapi": "3.0.3",
            "info": {
                "title": "Open311 GeoReport v2",
                "version": "2.1",
                "description": "Reported problems of the community, and new ones by programs that have a key.",
                "license": {"name": "CC BY 3.0", "url": "https://creativecommons.org/licenses/by/3.0/"},
            },
            "servers": [{"url": services.removesuffix("/services.json")}],
            "paths": paths("json") | paths("xml"),
            "components": {"schemas": SCHEMAS},
        }
    made = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    made["Access-Control-Allow-Origin"] = "*"
    return made
