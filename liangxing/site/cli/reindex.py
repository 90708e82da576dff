"""``liangxing reindex``: the search made anew."""

from __future__ import annotations

import click

from . import _ground


@click.command(epilog="Example: liangxing reindex")
@_ground.common
def command(code: str | None, as_json: bool) -> None:
    """Make the index of the public search anew from the records.

    A search keeps its index at the newest entry by itself; this spares the first one the work, after a large import.
    """
    _ground.ready()
    from django.utils.translation import gettext as _

    from liangxing.places.search.index import rebuild

    lines = rebuild(_ground.community(code))
    _ground.print_json({"lines": lines}) if as_json else click.echo(
        "✓ " + _("%(n)s records can be found.") % {"n": lines}
    )
