"""``liangxing pack``: write a report with all that an outsider needs to check it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from . import EXIT_FOUND_WRONG, _ground


@click.command(
    epilog="Example: liangxing pack creation --as-of 2013-03-31 --out out && liangxing-verify out/creation.pack.zip"
)
@click.argument("key")
@_ground.as_of
@click.option(
    "--evidence",
    default="hashes",
    type=click.Choice(["hashes", "all"]),
    help="Take the evidence along that an assessor may open, or its hashes alone.",
)
@click.option(
    "--out", default="out", type=click.Path(file_okay=False, path_type=Path), help="The folder to write into."
)
@click.option("--language", default="zh-hans", type=click.Choice(["zh-hans", "en"]))
@_ground.common
@click.pass_context
def command(
    ctx: click.Context, key: str, as_of: date | None, evidence: str, out: Path, language: str, code: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Write the evidence pack of the report KEY: report, claims, the records behind them without persons, and proofs.

    It is checked without this program, without an account and without a network: see liangxing-verify/README.md.
    """
    _ground.ready()
    from django.utils.timezone import localdate

    from liangxing.reports.books import books
    from liangxing.reports.packs.write import file_name, pack

    if key not in books():
        raise click.UsageError(f"No report {key}; there are: {', '.join(books())}")
    path = out / file_name(key, language)
    packed = pack(_ground.community(code), key, as_of or localdate(), path, evidence=evidence, language=language)
    if as_json:
        _ground.print_json({**asdict(packed), "bytes": path.stat().st_size})
    else:
        click.echo(f"{path}: {packed.claims} ✓ {packed.records:,} records, {packed.pieces:,} pieces of evidence")
        for message in packed.messages:
            click.echo(f"✕ {message}", err=True)
    ctx.exit(EXIT_FOUND_WRONG if packed.messages else 0)
