"""What a program sends, read without trust: a form, JSON or XML, in whatever letters it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote_to_bytes

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _

from liangxing.records.visit import Visit

from .answers import Fault

LARGEST = 1 << 20  # bytes: a report is words, and pictures stay where they are
LETTERS = ("utf-8", "gb18030")  # tried in this order when nobody says which
CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.I)
DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding=[\"']([\w.:-]+)[\"'][^>]*\?>")
Sent = Mapping[str, str]


def sent(request: Visit) -> Sent:
    """The fields of the body and of the address, by name; those of the body count before the others."""
    kind = request.content_type or ""
    if kind == "multipart/form-data":
        told = _parts(request)
    elif kind == "application/json":
        told = _json(letters(_body(request), request))
    elif kind in ("text/xml", "application/xml"):
        told = _xml(_body(request), request)
    else:
        told = _form(_body(request), request)
    return {
        name.replace("\0", ""): value.replace("\0", "").strip()
        for name, value in {**request.GET.dict(), **told}.items()
    }


def _body(request: Visit) -> bytes:
    told = request.META.get("CONTENT_LENGTH") or "0"
    if not told.isdecimal() or int(told) > LARGEST:
        raise Fault(413, _("This is too long: a report is at most 1 MB, and pictures are told by their address."))
    return request.body


def _parts(request: Visit) -> Sent:
    """A form in parts, as some programs send one; files in it are not taken."""
    try:
        return request.POST.dict()
    except (MultiPartParserError, UnicodeError, ValueError) as error:
        raise Fault(400, _("This form cannot be read.")) from error


def letters(body: bytes, request: Visit) -> str:
    """*body* as text: in the letters that it says, else in UTF-8, else in GB 18030."""
    said = CHARSET.search(request.META.get("CONTENT_TYPE", ""))
    for name in (said.group(1),) if said else LETTERS:
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Fault(400, _("The letters cannot be read: send UTF-8, or say the charset."))


def _form(body: bytes, request: Visit) -> Sent:
    """A form: each name and value decoded by itself, for browsers write them in the letters of their page."""
    found: dict[str, str] = {}
    try:
        pairs = parse_qsl(body.decode("latin-1"), keep_blank_values=True, encoding="latin-1", max_num_fields=200)
    except ValueError as error:
        raise Fault(400, _("This form cannot be read.")) from error
    for name, value in pairs:
        found[letters(unquote_to_bytes(name.encode("latin-1")), request)] = letters(value.encode("latin-1"), request)
    return found


def _json(text: str) -> Sent:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Fault(400, _("This is no JSON: %s") % error) from error
    if not isinstance(told, dict):
        raise Fault(400, _("Send one JSON object with the fields of a request."))
    return _flat(told)


def _flat(told: dict[str, object]) -> Sent:
    found: dict[str, str] = {}
    for name, value in told.items():
        if name == "attribute" and isinstance(value, dict):
            found |= {f"attribute[{key}]": str(each) for key, each in value.items()}
        elif isinstance(value, dict | list):
            raise Fault(400, _("%s must be one value.") % name)
        elif value is not None:
            found[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return found


def _xml(body: bytes, request: Visit) -> Sent:
    """The elements below the root. Nothing outside is asked for, and nothing in it may grow (``defusedxml``)."""
    declared = DECLARED.match(body)
    try:
        if declared and declared.group(1).lower().startswith(b"gb"):
            body = body[declared.end() :].decode("gb18030").encode()
        top = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, UnicodeDecodeError, ValueError, LookupError) as error:
        raise Fault(400, _("This is no XML that is taken here: %s") % error) from error
    if len(top) == 1 and len(top[0]) and top[0].tag == "request":
        top = top[0]
    found: dict[str, str] = {}
    for each in top:
        if each.tag == "attribute" and len(each):
            found |= {f"attribute[{one.tag}]": one.text or "" for one in each}
        else:
            found[str(each.tag)] = each.text or ""
    return found
