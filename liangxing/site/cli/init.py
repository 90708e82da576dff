"""``liangxing init``: a new community, empty."""

from __future__ import annotations

import click

from . import _ground


@click.command(epilog="Example: liangxing init 430103001001 NAME --english 'Jinhui community'")
@click.argument("code")
@click.argument("name")
@click.option("--english", default="", help="The name in English.")
def command(code: str, name: str, english: str) -> None:
    """Found a community: CODE is its statistical division code (12 digits), NAME its name."""
    if not (code.isdigit() and len(code) == 12):
        raise click.BadParameter("A statistical division code has 12 digits.", param_hint="CODE")
    _ground.ready()
    from liangxing.ledger.models import Community

    made, new = Community.objects.get_or_create(code=code, defaults={"name": name, "name_en": english})
    click.echo(f"{made.code} {made.name}" if new else f"{made.code} {made.name}: already there")
