"""``liangxing verify``: whether every entry, record and piece of evidence is what it was."""

from __future__ import annotations

from dataclasses import asdict

import click

from . import EXIT_FOUND_WRONG, _ground


@click.command(epilog="Example: liangxing verify && echo unchanged")
@_ground.common
@click.pass_context
def command(ctx: click.Context, code: str | None, as_json: bool) -> None:
    """Recompute the ledger from its first entry, hold every record and file against it, and sign a checkpoint.

    The first thing that does not hold is named; then nothing is signed.
    """
    _ground.ready()
    from django.utils.translation import gettext as _

    from liangxing.evidence.verify import verify as verify_evidence
    from liangxing.ledger import notary
    from liangxing.ledger.verify import verify

    community = _ground.community(code)
    if fault := verify(community) or verify_evidence(community):
        told = asdict(fault)
        where = f" ({_('entry')} {fault.seq}, {fault.kind} {fault.record})" if fault.kind else f" ({fault.seq})"
        _ground.print_json({"holds": False, **told}) if as_json else click.echo(f"✕ {fault.why}{where}")
        ctx.exit(EXIT_FOUND_WRONG)
    signed = notary.sign(community)
    if as_json:
        _ground.print_json({"holds": True, "entries": signed.size, "root": signed.root.hex()})
        return
    click.echo(
        "✓ " + _("%(n)s entries hold; root %(root)s…, signed.") % {"n": signed.size, "root": signed.root.hex()[:16]}
    )
