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
    _ground.ready()
    from django.core.exceptions import ValidationError

    from liangxing.ledger.models import Community
    from liangxing.places.start.division import check_division

    try:
        check_division(code)
    except ValidationError as error:
        raise click.BadParameter(" ".join(error.messages), param_hint="CODE") from None

    made, new = Community.objects.get_or_create(code=code, defaults={"name": name, "name_en": english})
    _ground.say_how_to_begin()
    click.echo(f"{made.code} {made.name}" if new else f"{made.code} {made.name}: already there")
