"""``liangxing measures``: every figure of the community."""

from __future__ import annotations

from datetime import date

import click

from . import _ground


@click.command(epilog="Example: liangxing measures --as-of 2013-03-31 register.households environment.sorted_bins")
@click.argument("keys", nargs=-1)
@_ground.as_of
@click.option("--period", metavar="A..B", help="Days, a month or a year: 2012-01-01..2012-12-31, 2012-09, 2012.")
@_ground.common
def command(keys: tuple[str, ...], as_of: date | None, period: str | None, code: str | None, as_json: bool) -> None:
    """Print measures, all or those named by KEYS.

    What happened is counted over the period (by default all days up to the day looked at), what stands as of its end.
    """
    _ground.ready()
    from django.utils.timezone import localdate

    from liangxing.kernel.period import Period
    from liangxing.kernel.quantity import say
    from liangxing.measures.figures import figures
    from liangxing.measures.measure import MEASURES

    if wrong := [key for key in keys if key not in MEASURES]:
        raise click.UsageError(f"No measure {', '.join(wrong)}; all of them: liangxing measures")
    try:
        asked = Period.parse(period) if period else Period.until(as_of or localdate())
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--period") from None
    got = figures(keys or MEASURES, _ground.community(code), asked)
    if as_json:
        rows = [{"measure": key, "unit": MEASURES[key].unit, "period": str(asked), "value": got[key]} for key in got]
        _ground.print_json(rows)
        return
    from django.utils.translation import get_language

    for key, value in got.items():
        click.echo(f"{key:40} {say(value, MEASURES[key].unit, get_language() or 'en'):>16}  {MEASURES[key].title}")
