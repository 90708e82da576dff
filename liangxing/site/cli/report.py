"""``liangxing report``: write a report with its claims and the department's form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from . import EXIT_FOUND_WRONG, _ground


@click.command(epilog="Example: liangxing report creation --as-of 2013-03-31 --out out")
@click.argument("key")
@_ground.as_of
@click.option(
    "--out", default="out", type=click.Path(file_okay=False, path_type=Path), help="The folder to write into."
)
@click.option("--language", default="zh-hans", type=click.Choice(["zh-hans", "en"]))
@click.option("--record", "of_record", help="The code of the record that it is written of: a meeting, an opinion, …")
@click.option("--prov", is_flag=True, help="Also where it comes from, as W3C PROV-JSON.")
@_ground.common
@click.pass_context
def command(
    ctx: click.Context, key: str, as_of: date | None, out: Path, language: str, of_record: str | None,
    prov: bool, code: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Write the report KEY as Word, PDF and page, its claims as JSON, and the form that goes with it."""
    _ground.ready()
    from django.utils.timezone import localdate

    from liangxing.reports.books import books
    from liangxing.reports.build import build
    from liangxing.reports.subject import subject_by_code

    if key not in books():
        raise click.UsageError(f"No report {key}; there are: {', '.join(books())}")
    community, book = _ground.community(code), books()[key]
    if bool(book.of) != bool(of_record):
        said = f"{key} is written of one record: --record CODE" if book.of else f"{key} is of no record"
        raise click.UsageError(said)
    record = subject_by_code(book, community, of_record) if of_record else None
    day = as_of or localdate()
    built = build(community, key, day, out, language=language, prov=prov, record=record)
    if as_json:
        _ground.print_json({"written": [str(p) for p in built.paths], "messages": built.messages})
    else:
        for path in built.paths:
            click.echo(str(path))
        for message in built.messages:
            click.echo(f"✕ {message}", err=True)
    ctx.exit(EXIT_FOUND_WRONG if built.messages else 0)
