"""``liangxing check``: which claims of a report the records bear out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import EXIT_FOUND_WRONG, _ground

if TYPE_CHECKING:
    from liangxing.reports.check.claims import CheckResult

SIGNS = {
    "borne_out": "✓", "differs": "✕", "contradicts": "✕", "said_twice": "2", "two_names": "≈", "not_recorded": "?",
    "unclear": "?", "unproven": "~",
}  # fmt: skip


@click.command(epilog="Example: liangxing check report.txt --as-of 2013-03-31")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--notes", type=click.Path(dir_okay=False, path_type=Path), help="Write the report with our notes, as .docx."
)
@_ground.as_of
@_ground.common
@click.pass_context
def command(
    ctx: click.Context, file: Path, notes: Path | None, as_of: date | None, code: str | None, as_json: bool
) -> None:
    """Read FILE (.txt, .docx, .pdf): is each claim borne out, different, not recorded, said twice? 1 if not."""
    _ground.ready()
    from django.utils.timezone import localdate

    from liangxing.reports.check import check_file
    from liangxing.reports.check.words_for import other_said

    community = _ground.community(code)
    found = check_file(file, file.name, community, as_of or localdate())
    if notes is not None:
        from liangxing.reports.check.notes import with_notes

        notes.write_bytes(with_notes(file.read_bytes(), file.name, found))
    if found.other:
        click.echo(other_said(found.other, community.name), err=True)
    _ground.print_json(found.as_json()) if as_json else _say(found)
    ctx.exit(0 if found.good else EXIT_FOUND_WRONG)


def _say(found: CheckResult) -> None:
    from liangxing.reports.check.words_for import advice, verdict_word

    for claim in found.claims:
        said = " ".join(claim.text.split())[:60]
        sign = "!" if claim.kind == "lost" else SIGNS[claim.verdict]
        click.echo(f"{sign} {verdict_word(claim):14} {said}  {advice(claim)}".rstrip())
        if claim.sentence:
            click.echo(f"  → {claim.sentence}")
