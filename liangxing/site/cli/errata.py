"""``liangxing errata``: what was sent and no longer holds, for each receiver."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import click

from . import EXIT_FOUND_WRONG, _ground


@click.command(epilog="Example: liangxing errata --json")
@_ground.common
@click.pass_context
def command(ctx: click.Context, code: str | None, as_json: bool) -> None:
    """Every figure that a receiver has and that is no longer so, with what it is now and why; 1 when there is one."""
    _ground.ready()
    from liangxing.reports.sent.living import Living
    from liangxing.reports.sent.standing import standing

    community = _ground.community(code)
    by: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in standing(community):
        if each.untold:
            sent = each.dispatch
            of = {"measure": each.statement.measure} if isinstance(each, Living) else {"record": each.path}
            told = {"document": sent.title, "sent": sent.day, **of, "figure": each.title,
                    "old": each.shown, "new": each.now_said, "why": each.reason}  # fmt: skip
            by[sent.receiver].append(told)
    if as_json:
        _ground.print_json(by)
    else:
        for receiver, some in sorted(by.items()):
            click.echo(receiver)
            for one in some:
                click.echo(f"  ✕ {one['figure']}: {one['old']} → {one['new']} ({one['why']}; {one['document']})")
        click.echo("✓ 0" if not by else "", nl=not by)
    ctx.exit(EXIT_FOUND_WRONG if by else 0)
