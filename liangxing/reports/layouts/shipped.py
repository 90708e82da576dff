"""The shipped layout of a report: what our own Word file looks like, with fields where the figures and words go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from liangxing.kernel.language import CHINESE
from liangxing.reports.blocks import Block, Document, Paragraph
from liangxing.reports.books import books
from liangxing.reports.format.reading.marks import w
from liangxing.reports.render.numbering import spoken_day
from liangxing.reports.render.word import docx

from .fields import BODY, OPENING, Fields, heading_of
from .package import opened, repacked, texts
from .syntax import words as said_words

FIGURE = re.compile(r'{%\s*figure\s+"([\w.]+)"((?:\s+(?:period|unit|manner)="[^"]*")*)\s*%}')
OPTION = re.compile(r'(?:period|unit|manner)="([^"]*)"')
YEAR = re.compile(r"{%\s*year\s+(\d+)\s*%}")
NOTHING = re.compile(r"{%\s*(?:rows|findings)\s[^%]*%}|{#.*?#}", re.S)
OPENS_NOTHING = re.compile(r"{%|{{")


def shipped(document: Document) -> bytes:
    """The layout of *document* as a .docx that a worker changes in Word."""
    fields = Fields(document)
    if document.subject is not None:  # its headings differ from record to record
        return _dressed(document, fields, [Paragraph((_tag(fields.named(BODY)),))])
    headings = [block for block in document.blocks if heading_of(block) is not None]
    fixed, blocks = dict(_fixed(document, fields)), list[Block]()
    for name, heading in zip(fields.chapters, [None, *headings], strict=True):
        blocks += [heading] if heading is not None else []
        if name in fixed:
            blocks += [Paragraph((text,)) for text in fixed[name]]
        elif fields.chapters[name]:
            blocks.append(Paragraph((_tag(name or fields.named(OPENING)),)))
    return _dressed(document, fields, blocks)


def _dressed(document: Document, fields: Fields, blocks: list[Block]) -> bytes:
    """*blocks* with the title as a field above them, and who signs on which day as fields below.

    The signature is set with its real words first, for where it stands depends on how long they are.
    """
    title, address = _tag(fields.named("title")), _tag(fields.named("address")) if document.address else ""
    told = replace(document, title=title, address=address, blocks=tuple(blocks), paper=b"")
    signed = {document.issuer: _tag(fields.named("issuer")), spoken_day(document): _tag(fields.named("day"))}
    return _signed(docx(told), document.key, signed)


def _tag(name: str) -> str:
    return "{{" + name + "}}"


def _signed(content: bytes, name: str, signed: Mapping[str, str]) -> bytes:
    """Words of the signature as fields; and without the picture of an address that is not known yet."""
    changed = texts(opened(content, name), name)
    for held in changed.values():
        for said in held.iter(w("t")):
            for words, tag in signed.items():
                said.text = (said.text or "").replace(words, tag)
        for picture in list(held.iter(w("drawing"))):
            run = next(up for up in picture.iterancestors() if up.tag == w("r"))
            run.getparent().remove(run)
    return repacked(content, changed)


def _fixed(document: Document, fields: Fields) -> Iterator[tuple[str, list[str]]]:
    """The chapters whose text is words and figures and nothing else, as paragraphs with fields; the body says so."""
    body = books()[document.key].body(document.language).read_text("utf-8")
    name, held = "", list[str]()
    for part in [*re.split(r"\n\s*\n", body.strip()), "# "]:
        lines = part.strip().splitlines()
        while lines and (found := re.match(r"[#+]+\s*(.*)", lines[0].strip())):
            if held and all(map(_is_fixed, held)):
                yield name, [_with_fields(text, fields) for text in held]
            name, held, lines = found[1], [], lines[1:]
        if lines:
            held.append(("" if document.language == CHINESE else " ").join(line.strip() for line in lines))


def _is_fixed(text: str) -> bool:
    return not text.startswith(("|", ">")) and not OPENS_NOTHING.search(
        NOTHING.sub("", FIGURE.sub("", YEAR.sub("", text)))
    )


def _with_fields(text: str, fields: Fields) -> str:
    language = fields.document.language
    said = said_words()["shown"]

    def figure(found: re.Match[str]) -> str:
        options = [said[option][language] if option in said else option for option in OPTION.findall(found[2])]
        return "{{" + "|".join([fields.named(found[1]), *options]) + "}}"

    text = YEAR.sub(lambda found: "{{" + f"{said['plain'][language]} {found[1]}" + "}}", text)
    return NOTHING.sub("", FIGURE.sub(figure, text)).strip()
