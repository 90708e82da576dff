"""The report with our notes: each finding a comment at its place, what differs a tracked change to accept."""

from __future__ import annotations

import copy
import io
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import PurePath
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from .claims import CheckResult, Claim, Kind, Verdict
from .word_file import Piece, W, opened, pieces
from .words_for import advice, verdict_word

AUTHOR, INITIALS = "Liangxing", "LX"
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 has no such characters
FONT = "FangSong"
Note = tuple[Claim, str]


def _nowhere(_claim: Claim) -> str:
    return ""


def with_notes(content: bytes, name: str, found: CheckResult, proof: Callable[[Claim], str] = _nowhere) -> bytes:
    """The report *content* as Word, with a note for each claim that is not borne out; *proof*: where its figure is."""
    noteworthy = (c for c in found.claims if c.verdict is not Verdict.BORNE_OUT and c.kind is not Kind.LOST)
    notes = [(c, f"{verdict_word(c)}: {advice(c)}\n{proof(c)}".rstrip()) for c in noteworthy]
    return noted(found.given, content if PurePath(name).suffix.lower() == ".docx" else None, notes)


def noted(given: str, content: bytes | None, notes: Sequence[Note]) -> bytes:
    """*content*, a Word document with the text *given*, with *notes*; without one, a new document of that text."""
    document = opened(content) if content is not None else _plain(given)
    told = pieces(document)
    if "".join(piece.text for piece in told)[: len(given)] != ILLEGAL.sub(" ", given):
        document = _plain(given)
        told = pieces(document)
    runs = _parted(told, {place for claim, _text in notes for place in (claim.start, claim.end)})
    starts = [start for start, _run in runs]
    where = {
        claim: [run for _start, run in runs[bisect_left(starts, claim.start) : bisect_left(starts, claim.end)]]
        for claim, _text in notes
    }
    _comment(document, [(where[claim], text) for claim, text in notes if where[claim]])
    _change(
        document,
        [(where[claim], str(claim.suggestion)) for claim, _text in _apart(n for n in notes if n[0].suggestion)],
    )
    return _saved(document)


def _comment(document: Opened, notes: Iterable[tuple[list[Any], str]]) -> None:
    """A comment for each of *notes*. Word's own numbers for them are looked up once: a long report has a thousand."""
    comments: Any = document.part._comments_part.element
    number = max((int(each) for each in comments.xpath("w:comment/@w:id")), default=-1)
    for runs, text in notes:
        number += 1
        comment = _tracked("w:comment", number)
        comment.set(qn("w:initials"), INITIALS)
        for line in text.split("\n"):
            paragraph, run, words = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
            _say(words, ILLEGAL.sub(" ", line))
            run.append(words)
            paragraph.append(run)
            comment.append(paragraph)
        comments.append(comment)
        runs[0].addprevious(_numbered("w:commentRangeStart", number))
        end, sign = _numbered("w:commentRangeEnd", number), OxmlElement("w:r")
        sign.append(_numbered("w:commentReference", number))
        runs[-1].addnext(end)
        end.addnext(sign)


def _numbered(tag: str, number: int) -> Any:
    made = OxmlElement(tag)
    made.set(qn("w:id"), str(number))
    return made


def _tracked(tag: str, number: int) -> Any:
    """An element that says who made it, and when."""
    made = _numbered(tag, number)
    made.set(qn("w:author"), AUTHOR)
    made.set(qn("w:date"), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return made


def _apart(notes: Iterable[Note]) -> Iterator[Note]:
    """Those that do not reach into the one before."""
    end = 0
    for claim, text in notes:
        if claim.start >= end:
            yield claim, text
            end = claim.end


def _saved(document: Opened) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _plain(given: str) -> Opened:
    """A new document with a paragraph for each line."""
    document = Document()
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for line in ILLEGAL.sub(" ", given).split("\n"):
        document.add_paragraph(line)
    return document


def _parted(told: Iterable[Piece], places: set[int]) -> list[tuple[int, Any]]:
    """Every run with the place of its text; those in which a note begins or ends are parted there."""
    found, at = [], 0
    for piece in told:
        end = at + len(piece.text)
        if piece.holder is not None and piece.text:
            inner = sorted({at, end, *(place for place in places if at < place < end)})
            found += list(zip(inner, _split(piece.holder, [b - a for a, b in pairwise(inner)]), strict=False))
        at = end
    return found


def _split(holder: Any, lengths: Sequence[int]) -> list[Any]:
    """The run of *holder* made into runs of such *lengths*, each looking as it did."""
    run = holder.getparent()
    _alone(run, holder)
    text, made, at = holder.text or "", [run], lengths[0]
    _say(holder, text[:at])
    for length in lengths[1:]:
        other = copy.deepcopy(made[-1])
        _say(next(other.iter(W["t"])), text[at : at + length])
        made[-1].addnext(other)
        made.append(other)
        at += length
    return made


def _alone(run: Any, holder: Any) -> None:
    """*holder* alone in its *run*: what stands before and after it goes to runs of their own."""
    children = [child for child in run if child.tag != qn("w:rPr")]
    n = children.index(holder)
    for others, before in ((children[:n], True), (children[n + 1 :], False)):
        if others:
            other = OxmlElement("w:r")
            if run.rPr is not None:
                other.append(copy.deepcopy(run.rPr))
            other.extend(others)
            run.addprevious(other) if before else run.addnext(other)


def _say(holder: Any, text: str) -> None:
    holder.text = text
    holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _change(document: Opened, changes: Iterable[tuple[list[Any], str]]) -> None:
    """Runs struck and the suggestion in their place, each as a change that somebody accepts or refuses."""
    number = max((int(each) for each in document.element.xpath("//w:ins/@w:id | //w:del/@w:id")), default=0)
    for runs, suggestion in changes:
        if not runs or len({run.getparent() for run in runs}) > 1:
            continue
        gone, come = _tracked("w:del", number + 1), _tracked("w:ins", number + 2)
        number += 2
        new = copy.deepcopy(runs[0])
        _say(next(new.iter(W["t"])), suggestion)
        come.append(new)
        runs[0].addprevious(gone)
        for run in runs:
            gone.append(run)
            for holder in list(run.iter(W["t"])):
                holder.tag = qn("w:delText")
        gone.addnext(come)
