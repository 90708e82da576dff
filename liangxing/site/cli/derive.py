"""``liangxing derive``: the use of every month from readings and bills."""

from __future__ import annotations

import click

from . import _ground


@click.command(epilog="Example: liangxing derive")
@click.option("--by", default="console", help="The account that answers for it.")
@_ground.common
def command(by: str, code: str | None, as_json: bool) -> None:
    """Bring what meters used in each month to what their readings and bills tell now; what is as it was stays.

    The same can be asked for on the page of use; run it every night, and figures of use are never a day behind.
    """
    _ground.ready()
    from django.utils.timezone import localdate
    from django.utils.translation import gettext as _

    from liangxing.rooms.saving.actions import derive

    changed = derive(_ground.community(code), today=localdate(), by=by)
    _ground.print_json({"changed": changed}) if as_json else click.echo(
        "✓ " + _("The use of %(n)s months of meters is new.") % {"n": changed}
    )
