"""``liangxing lint``: what in the format of a Word document is not as GB/T 9704-2012 has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import EXIT_FOUND_WRONG, EXIT_WRONG_USE, _ground

if TYPE_CHECKING:
    from liangxing.reports.format.lint import Linted


@click.command(epilog="Example: liangxing lint notice.docx")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@click.pass_context
def command(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Check the format of FILE (.docx). 0: nothing but advice; 1: something is to be put right; 2: cannot be read."""
    _ground.words()
    from liangxing.kernel.errors import Refused
    from liangxing.reports.format.lint import lint

    try:
        linted = lint(file.read_bytes(), file.name)
    except Refused as refused:
        click.echo(str(refused), err=True)
        ctx.exit(EXIT_WRONG_USE)
    _ground.print_json(linted.as_json()) if as_json else _say(linted)
    ctx.exit(0 if linted.good else EXIT_FOUND_WRONG)


def _say(linted: Linted) -> None:
    from liangxing.reports.format.words_for import summary, where

    for finding in linted.findings:
        click.echo(f"{'✕' if finding.wrong else '·'} [{finding.clause}] {finding.says} {finding.todo}")
        for place in finding.places:
            click.echo(f"    {where(place)}: {place.words}")
    click.echo(summary(linted))
