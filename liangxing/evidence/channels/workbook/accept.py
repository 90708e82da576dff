"""Keeping what an import brings: its good lines in one act, the files beside them, the wrong lines sent back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from liangxing.evidence.actions import keep
from liangxing.jobs.work import UNHEARD, Work
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.lines import State, against_the_law, keep_lines
from liangxing.records.tables import export
from liangxing.records.tables.columns import columns_of

from . import KEY
from .preview import May, Preview, ReadSheet, preview

Files = Sequence[tuple[Path, str]]  # where each file lies, and the name it was sent under
ACT = "evidence.workbook.import"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an import: what was read, how many records were kept, and the wrong lines as a workbook."""

    read: Preview
    kept: int
    wrong: bytes | None


def rehearse(
    files: Files, *, community: Community, kind: str = "", by: str, may: May | None = None, work: Work = UNHEARD
) -> Preview:
    """A preview that has asked the database too: all is written, and taken back before anybody sees it."""
    read = preview(files, community=community, kind=kind, may=may, work=work)
    work.step(gettext_noop("trying it out"))
    try:
        with transaction.atomic():
            _write(read, files, community, by)
            transaction.set_rollback(True)
    except IntegrityError:
        _mark(read)
    return read


def accept(
    files: Files, *, community: Community, kind: str = "", by: str, may: May | None = None, work: Work = UNHEARD
) -> Outcome:
    """Keep the good lines of *files* in one act, with the files as its evidence; the wrong ones come back.

    The same files again keep nothing. If it is interrupted, nothing was kept.
    """
    read = preview(files, community=community, kind=kind, may=may, work=work)
    work.step(gettext_noop("keeping the records"))
    try:
        kept = _write(read, files, community, by, work)
    except IntegrityError:
        _mark(read)
        read = _without(preview(files, community=community, kind=kind, may=may, work=work), read)
        kept = _write(read, files, community, by, work)
    return Outcome(read, kept, wrong_lines(read))


def _write(read: Preview, files: Files, community: Community, by: str, work: Work = UNHEARD) -> int:
    """Keep all good lines; the files only when they brought something. All of it, or nothing."""
    why = _("import of %s") % ", ".join(name for _path, name in files)
    with transaction.atomic(), act(ACT, community=community, by=by, why=why[:200]) as doing:
        work.writing()
        kept = sum(keep_lines(sheet.lines, community=community, by=by) for sheet in read.sheets)
        for path, name in files if kept else ():
            with path.open("rb") as file:
                keep(file, proves=doing.act.pk, name=name, sort="ledger", channel=KEY, community=community, by=by)
        work.kept(kept)
    return kept


def _mark(read: Preview) -> None:
    """Find the lines that the database refuses; what they say is theirs, and no longer good."""
    for sheet in read.sheets:
        for line in sheet.lines:
            if errors := against_the_law(line):
                line.state, line.errors = State.BAD, {"__all__": errors}


def _without(again: Preview, marked: Preview) -> Preview:
    """A fresh reading in which the lines that were *marked* are wrong too."""
    for sheet, old in zip(again.sheets, marked.sheets, strict=True):
        for line, before in zip(sheet.lines, old.lines, strict=True):
            if before.state is State.BAD and line.state is not State.BAD:
                line.state, line.errors = State.BAD, before.errors
    return again


def wrong_lines(read: Preview) -> bytes | None:
    """The wrong lines as a workbook like the one that came, with the reason beside each; ``None`` when all are good."""
    sheets = [_wrong(sheet) for sheet in read.sheets if any(line.state is State.BAD for line in sheet.lines)]
    return export.workbook(sheets) if sheets else None


def _wrong(sheet: ReadSheet) -> tuple[str, list[str], Iterator[list[Any]]]:
    known = columns_of(sheet.kind)
    names = list(sheet.header.fields)
    header = [known.heading(name) for name in names] + [_("what is wrong"), _("file, row")]
    rows = (
        [
            *(sheet.cells[line.number][name].said for name in names),
            " ".join(sheet.words(line)),
            f"{sheet.file}, {line.number}",
        ]
        for line in sheet.lines
        if line.state is State.BAD
    )
    return sheet.name or sheet.kind.name, header, rows
