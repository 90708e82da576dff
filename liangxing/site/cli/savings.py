"""``liangxing savings``: what homes saved, held against weather and similar homes."""

from __future__ import annotations

from typing import Any

import click

from . import _ground


class Bar:
    """Work that says on the console how far it is."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.bar: Any = None

    def step(self, words: str, of: int = 0, **told: Any) -> None:
        """A new bar for the step, where it is known how long it is."""
        self.end()
        from django.utils.translation import gettext as _

        if of and not self.quiet:
            self.bar = click.progressbar(length=of, label=_(words)).__enter__()

    def tell(self, n: int = 1) -> None:
        """So many more."""
        if self.bar:
            self.bar.update(n)

    def end(self) -> None:
        """Leave the line of the bar."""
        if self.bar:
            self.bar.render_finish()
            self.bar = None

    def writing(self) -> None:
        """Nobody gives it up here."""
        self.end()

    def kept(self, n: int) -> None:
        """Said at the end."""


@click.command(epilog="Example: liangxing savings")
@click.option("--by", default="console", help="The account that answers for it.")
@_ground.common
def command(by: str, code: str | None, as_json: bool) -> None:
    """Work out what homes saved, from what their meters and the weather tell now; what is as it was stays.

    Cut off, it goes on where it was. The same can be asked for on the page of proofs.
    """
    _ground.ready()
    from django.utils.timezone import localdate
    from django.utils.translation import gettext as _

    from liangxing.metering.savings.caltrack import NotInstalled
    from liangxing.rooms.saving.actions import prove

    try:
        changed = prove(_ground.community(code), today=localdate(), by=by, work=Bar(quiet=as_json))
    except NotInstalled as missing:
        raise click.ClickException(str(missing)) from missing
    _ground.print_json({"changed": changed}) if as_json else click.echo(
        "✓ " + _("%(n)s proofs of savings are new.") % {"n": changed}
    )
