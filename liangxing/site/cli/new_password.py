"""``liangxing new-password``: let somebody in again who has forgotten their password, the secretary above all."""

from __future__ import annotations

import click

from . import _ground


@click.command(epilog="Example: liangxing new-password secretary")
@click.argument("account")
@_ground.common
def command(account: str, code: str | None, as_json: bool) -> None:
    """Print a code with which the holder of ACCOUNT chooses a new password; it works once, for 14 days."""
    _ground.ready()
    from liangxing.register.accounts import users
    from liangxing.register.tickets import issue

    if not users().filter(username=account).exists():
        raise click.UsageError(f"There is no account {account}.")
    community = _ground.community(code)
    card = issue(community, by="console", account=account)
    told = {"account": account, "code": card, "address": f"/{community.code}/register/welcome/"}
    _ground.print_json(told) if as_json else click.echo(f"{told['code']}  {told['address']}")
