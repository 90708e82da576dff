"""``liangxing work``: long work, in a process beside the pages."""

from __future__ import annotations

import click

from . import _ground


@click.command(epilog="Example: liangxing work")
@click.option("--once", is_flag=True, help="Do what is waiting, and end.")
def command(once: bool) -> None:
    """Do imports, lists and reports that were asked for in the pages, until Ctrl-C.

    ``liangxing serve`` does them too; this is for a web server of another kind, or to keep the pages quick.
    """
    _ground.ready()
    from liangxing.jobs import workers

    if once:
        while workers.work_once():
            pass
        return
    click.echo("Waiting for work  (Ctrl-C to stop)")
    workers.work()
