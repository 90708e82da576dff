"""From a message to the bytes that others read, in the order of the schema; what is empty is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from lxml import etree

from .message import Area, Info, Message, Named, Resource, moment
from .reading import SPACE

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def written(message: Message) -> bytes:
    """*message* as an XML document of CAP 1.2 in UTF-8; a signature is not written anew."""
    root = etree.Element(f"{{{SPACE}}}alert", nsmap={None: SPACE})
    _put(root, "identifier", message.identifier, always=True)
    _put(root, "sender", message.sender, always=True)
    _put(root, "sent", moment(message.sent))
    _put(root, "status", message.status)
    _put(root, "msgType", message.kind)
    _put(root, "source", message.source)
    _put(root, "scope", message.scope)
    _put(root, "restriction", message.restriction)
    _put(root, "addresses", message.addresses)
    _each(root, "code", message.codes)
    _put(root, "note", message.note)
    _put(root, "references", " ".join(message.references))
    _put(root, "incidents", message.incidents)
    for info in message.infos:
        _info(_sub(root, "info"), info)
    etree.indent(root, space="  ")
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made


def _legal(text: str) -> str:
    """*text* without the few signs that no XML document may hold, and that nobody can see."""
    return ILLEGAL.sub("", text)


def _sub(parent: Any, name: str) -> Any:
    return etree.SubElement(parent, f"{{{SPACE}}}{name}")


def _put(parent: Any, name: str, told: object, *, always: bool = False) -> None:
    if isinstance(told, datetime):
        told = moment(told)
    if always or (told is not None and told != ""):
        _sub(parent, name).text = _legal(str(told))


def _each(parent: Any, name: str, told: Iterable[str]) -> None:
    for text in told:
        _sub(parent, name).text = _legal(text)


def _named(parent: Any, name: str, pairs: Iterable[Named]) -> None:
    for key, value in pairs:
        under = _sub(parent, name)
        _put(under, "valueName", key, always=True)
        _put(under, "value", value, always=True)


def _info(under: Any, info: Info) -> None:
    _put(under, "language", info.language)
    _each(under, "category", info.categories)
    _put(under, "event", info.event, always=True)
    _each(under, "responseType", info.responses)
    _put(under, "urgency", info.urgency)
    _put(under, "severity", info.severity)
    _put(under, "certainty", info.certainty)
    _put(under, "audience", info.audience)
    _named(under, "eventCode", info.event_codes)
    _put(under, "effective", info.effective)
    _put(under, "onset", info.onset)
    _put(under, "expires", info.expires)
    _put(under, "senderName", info.sender_name)
    _put(under, "headline", info.headline)
    _put(under, "description", info.description)
    _put(under, "instruction", info.instruction)
    _put(under, "web", info.web)
    _put(under, "contact", info.contact)
    _named(under, "parameter", info.parameters)
    for resource in info.resources:
        _resource(_sub(under, "resource"), resource)
    for area in info.areas:
        _area(_sub(under, "area"), area)


def _resource(under: Any, resource: Resource) -> None:
    _put(under, "resourceDesc", resource.description, always=True)
    _put(under, "mimeType", resource.mime_type, always=True)
    _put(under, "size", resource.size_bytes)
    _put(under, "uri", resource.uri)
    _put(under, "derefUri", resource.content)
    _put(under, "digest", resource.digest)


def _area(under: Any, area: Area) -> None:
    _put(under, "areaDesc", area.description, always=True)
    _each(under, "polygon", area.polygons)
    _each(under, "circle", area.circles)
    _named(under, "geocode", area.geocodes)
    _put(under, "altitude", area.altitude)
    _put(under, "ceiling", area.ceiling)
