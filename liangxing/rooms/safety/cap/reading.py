"""From the bytes of a file to a message that is whole: opened safely, held against the schema and the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring as opened
from lxml import etree

from .faults import Fault, Wrong
from .message import Area, Info, Message, Named, Resource
from .rules import faults

SPACE = "urn:oasis:names:tc:emergency:cap:1.2"
OLDER = {f"urn:oasis:names:tc:emergency:cap:{v}": v for v in ("1.1", "1.0")}
OLDER["http://www.incident.com/cap/1.0"] = "1.0"
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
MOST_BYTES = 1 << 20  # the largest alert with a map inside that services send has some hundred kilobytes
SHOWN = 12  # faults of the schema: after a dozen nobody reads on
NATIONAL = re.compile(rb"""(<\?xml[^>]{0,60}?encoding=["'])(?:gb2312|gbk|gb18030)(?=["'])""", re.IGNORECASE)
MOMENTS = ("sent", "effective", "onset", "expires")


def read(data: bytes) -> Message:
    """The message in *data*; ``Wrong`` with every fault when it is not one that may be taken."""
    root = _root(data)
    if found := list(_against_schema(root)):
        raise Wrong(found)
    message = _message(root)
    if found := list(faults(message)):
        raise Wrong(found)
    return message


def _root(data: bytes) -> Any:
    """The root element, when it is an alert of CAP 1.2. Too large a file is not even opened."""
    if len(data) > MOST_BYTES:
        raise Wrong([Fault("large", {"most": MOST_BYTES >> 20})])
    if not data.strip():
        raise Wrong([Fault("empty")])
    try:
        data = in_utf8(data)
        opened(data, forbid_dtd=True)  # refuses a DOCTYPE where it begins, before anything could grow
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except DefusedXmlException as grown:
        raise Wrong([Fault("dtd")]) from grown
    except (ParseError, etree.XMLSyntaxError, LookupError, ValueError) as broken:
        line = getattr(broken, "position", None) or getattr(broken, "lineno", 1) or 1
        raise Wrong([Fault("no-xml", {"line": line[0] if isinstance(line, tuple) else line})]) from broken
    name = etree.QName(root)
    if version := OLDER.get(name.namespace or ""):
        raise Wrong([Fault("older", {"version": version})])
    if (name.namespace, name.localname) != (SPACE, "alert"):
        raise Wrong([Fault("no-cap", {"found": f"<{name.localname[:40]}>"})])
    return root


def in_utf8(data: bytes) -> bytes:
    """*data* in UTF-8 when it says that it is in a national encoding of China, which not every reader of XML knows."""
    if (told := NATIONAL.match(data)) is None:
        return data
    return told[1] + b"UTF-8" + data[told.end() :].decode("gb18030").encode()


@cache
def _schema() -> Any:
    return etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schema" / "CAP-v1.2.xsd")))


def _against_schema(root: Any) -> Iterator[Fault]:
    """What the schema finds; a moment that is written wrongly is said in words."""
    schema, said = _schema(), set[tuple[int, str]]()
    if schema.validate(root):
        return
    for error in list(schema.error_log)[:SHOWN]:
        detail = error.message.replace(f"{{{SPACE}}}", "")
        element = detail.partition("'")[2].partition("'")[0]
        if (error.line, element) in said:
            continue
        said.add((error.line, element))
        found = [e for e in root.iter(f"{{{SPACE}}}{element}") if e.sourceline == error.line]
        if element in MOMENTS and found:
            yield Fault("moment", {"element": element, "value": (found[0].text or "").strip()[:40] or "—"})
        else:
            yield Fault("schema", {"line": error.line, "element": element, "detail": detail[:200]})


def _texts(parent: Any, name: str) -> tuple[str, ...]:
    return tuple((child.text or "").strip() for child in parent.findall(f"{{{SPACE}}}{name}"))


def _text(parent: Any, name: str) -> str:
    return next(iter(_texts(parent, name)), "")


def _named(parent: Any, name: str) -> tuple[Named, ...]:
    return tuple((_text(c, "valueName"), _text(c, "value")) for c in parent.findall(f"{{{SPACE}}}{name}"))


def _moment(parent: Any, name: str) -> datetime | None:
    told = _text(parent, name)
    return datetime.fromisoformat(told) if told else None


def _number(parent: Any, name: str) -> Decimal | None:
    told = _text(parent, name)
    return Decimal(told) if told else None


def _message(root: Any) -> Message:
    return Message(
        identifier=_text(root, "identifier"),
        sender=_text(root, "sender"),
        sent=datetime.fromisoformat(_text(root, "sent")),
        status=_text(root, "status"),
        kind=_text(root, "msgType"),
        scope=_text(root, "scope"),
        source=_text(root, "source"),
        restriction=_text(root, "restriction"),
        addresses=_text(root, "addresses"),
        codes=_texts(root, "code"),
        note=_text(root, "note"),
        references=tuple(_text(root, "references").split()),
        incidents=_text(root, "incidents"),
        infos=tuple(_info(info) for info in root.findall(f"{{{SPACE}}}info")),
        signed=root.find(SIGNATURE) is not None,
    )


def _info(info: Any) -> Info:
    return Info(
        categories=_texts(info, "category"),
        event=_text(info, "event"),
        urgency=_text(info, "urgency"),
        severity=_text(info, "severity"),
        certainty=_text(info, "certainty"),
        language=_text(info, "language"),
        responses=_texts(info, "responseType"),
        audience=_text(info, "audience"),
        event_codes=_named(info, "eventCode"),
        effective=_moment(info, "effective"),
        onset=_moment(info, "onset"),
        expires=_moment(info, "expires"),
        sender_name=_text(info, "senderName"),
        headline=_text(info, "headline"),
        description=_text(info, "description"),
        instruction=_text(info, "instruction"),
        web=_text(info, "web"),
        contact=_text(info, "contact"),
        parameters=_named(info, "parameter"),
        resources=tuple(_resource(each) for each in info.findall(f"{{{SPACE}}}resource")),
        areas=tuple(_area(each) for each in info.findall(f"{{{SPACE}}}area")),
    )


def _resource(told: Any) -> Resource:
    size = _text(told, "size")
    return Resource(
        description=_text(told, "resourceDesc"),
        mime_type=_text(told, "mimeType"),
        size_bytes=int(size) if size else None,
        uri=_text(told, "uri"),
        content=_text(told, "derefUri"),
        digest=_text(told, "digest"),
    )


def _area(told: Any) -> Area:
    return Area(
        description=_text(told, "areaDesc"),
        polygons=_texts(told, "polygon"),
        circles=_texts(told, "circle"),
        geocodes=_named(told, "geocode"),
        altitude=_number(told, "altitude"),
        ceiling=_number(told, "ceiling"),
    )
