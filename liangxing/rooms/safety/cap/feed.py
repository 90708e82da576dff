"""CAP messages in feeds: what an Atom or RSS file of a folder leads to, and the feed that we give ourselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring as opened
from lxml import etree

from .faults import Fault, Wrong
from .reading import MOST_BYTES, SPACE, in_utf8

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 200


def is_feed(data: bytes) -> bool:
    """Whether *data* looks like an Atom or RSS feed and not like an alert."""
    head = data[:2000]
    return b"<feed" in head or b"<rss" in head


def entries(data: bytes) -> Iterator[bytes | str]:
    """What a feed holds: whole alerts as bytes, and of those that it links to the file's name. Nothing is fetched.

    ``Wrong`` when the feed cannot be read.
    """
    if len(data) > MOST_BYTES:
        raise Wrong([Fault("large", {"most": MOST_BYTES >> 20})])
    try:
        data = in_utf8(data)
        opened(data, forbid_dtd=True)
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except DefusedXmlException as grown:
        raise Wrong([Fault("dtd")]) from grown
    except (SyntaxError, LookupError, ValueError) as broken:
        raise Wrong([Fault("no-xml", {"line": getattr(broken, "lineno", 1) or 1})]) from broken
    found = [*root.iter(f"{{{ATOM}}}entry"), *root.iter("item")]
    for entry in found[:MOST_ENTRIES]:
        yield from _of_entry(entry)


def _of_entry(entry: Any) -> Iterator[bytes | str]:
    inside = next(entry.iter(f"{{{SPACE}}}alert"), None)
    if inside is not None:
        yield etree.tostring(inside, encoding="UTF-8", xml_declaration=True, with_tail=False)
        return
    links = [link.get("href", "") for link in entry.findall(f"{{{ATOM}}}link")] + [
        link.text or "" for link in entry.findall("link")
    ]
    names = [PurePosixPath(unquote(urlsplit(link).path)).name for link in links]
    if name := next((name for name in names if name), ""):
        yield name
