"""``liangxing import``: workbooks and other tables become records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import EXIT_FOUND_WRONG, _ground

if TYPE_CHECKING:
    from liangxing.evidence.channels.workbook.preview import Preview

SHOWN = 20  # wrong lines printed; the workbook that comes back has all of them


@click.command("import", epilog="Example: liangxing import households.xlsx bins.csv --dry-run")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--kind", default="", metavar="KIND", help="What the tables hold, such as environment.sortedbin.")
@click.option("--wrong", type=click.Path(path_type=Path), help="Where the wrong lines go, as a workbook.")
@click.option("--by", default="console", help="The account that answers for it.")
@_ground.common
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    dry_run: bool,
    kind: str,
    wrong: Path | None,
    by: str,
    code: str | None,
    as_json: bool,
) -> None:
    """Read FILES (.xlsx, .xls, .csv) and keep their good lines in one act; wrong lines are named and come back.

    The same files again keep nothing.
    """
    _ground.ready()
    from liangxing.evidence.channels.workbook.accept import accept, rehearse
    from liangxing.records.kinds import kinds

    if kind and kind not in kinds():
        raise click.UsageError(f"No kind {kind}; there are: {', '.join(sorted(kinds()))}")
    community, named = _ground.community(code), [(file, file.name) for file in files]
    if dry_run:
        read, kept = rehearse(named, community=community, kind=kind, by=by), 0
    else:
        outcome = accept(named, community=community, kind=kind, by=by)
        read, kept = outcome.read, outcome.kept
        if outcome.wrong and wrong:
            wrong.write_bytes(outcome.wrong)
    _ground.print_json(_json(read, kept)) if as_json else _say(read, kept, dry_run=dry_run)
    ctx.exit(EXIT_FOUND_WRONG if read.refused or read.counts().get("bad") else 0)


def _json(read: Preview, kept: int) -> dict[str, object]:
    sheets = [
        {
            "file": sheet.file,
            "sheet": sheet.name,
            "kind": sheet.kind.key,
            "header_row": sheet.header.row,
            "counts": sheet.counts(),
            "unknown_columns": sheet.header.unknown,
            "left_out": [{"row": row, "why": why} for row, why in sheet.left_out],
            "wrong": [{"row": line.number, "why": sheet.words(line)} for line in sheet.lines if line.errors],
        }
        for sheet in read.sheets
    ]
    return {"kept": kept, "refused": read.refused, "sheets": sheets}


def _say(read: Preview, kept: int, *, dry_run: bool) -> None:
    from django.utils.translation import gettext as _

    for sheet in read.sheets:
        counts = sheet.counts()
        states = (_("new"), "new"), (_("corrected"), "changed"), (_("there already"), "same"), (_("wrong"), "bad")
        told = ", ".join(f"{counts[key]} {word}" for word, key in states if counts.get(key))
        click.echo(f"{sheet.file} · {sheet.name} → {sheet.kind.name}: {told}")
        if sheet.header.unknown:
            click.echo("  " + _("columns that are not known: %s") % ", ".join(sheet.header.unknown))
        for line in [line for line in sheet.lines if line.errors][:SHOWN]:
            click.echo(f"  ✕ {_('row')} {line.number}: {' '.join(sheet.words(line))}")
    for words in read.refused:
        click.echo(f"✕ {words}")
    click.echo(_("Nothing was kept: this was a rehearsal.") if dry_run else _("%s records kept.") % kept)
