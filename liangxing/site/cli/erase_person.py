"""``liangxing erase-person``: what the register knows of somebody is blanked; the chain and every count stay."""

from __future__ import annotations

import click

from . import _ground


@click.command(epilog="Example: liangxing erase-person register.resident 3-2-501-2 --why 'asked on 2026-05-03'")
@click.argument("kind")
@click.argument("code_of_record")
@click.option("--why", required=True, help="Why, without naming the person: this stays in the ledger.")
@click.option("--by", default="console", help="The account that answers for it.")
@_ground.common
def command(kind: str, code_of_record: str, why: str, by: str, code: str | None, as_json: bool) -> None:
    """Blank the personal columns of the record of KIND with this CODE, in all its tellings."""
    _ground.ready()
    from liangxing.ledger.acts import act
    from liangxing.records.actions import erase
    from liangxing.records.kinds import kinds
    from liangxing.register.changes import forget

    if kind not in kinds():
        raise click.UsageError(f"No kind {kind}; those with personal columns: {', '.join(_personal())}")
    model = kinds()[kind].model
    asked = {model.natural[0]: code_of_record, "community": _ground.community(code)}
    record = model._default_manager.filter(**asked).order_by("recorded_at").last()
    if record is None or not model.personal:
        raise click.UsageError(f"There is nothing personal under {kind} {code_of_record}.")
    with act(f"{kind}.forget", community=record.community, by=by, why=why):
        erase(record, *model.personal, by=by, why=why)
        forget(record, by=by, why=why)
    blanked = {"kind": kind, "code": code_of_record, "erased": list(model.personal)}
    _ground.print_json(blanked) if as_json else click.echo(f"✓ {kind} {code_of_record}: {', '.join(model.personal)}")


def _personal() -> list[str]:
    from liangxing.records.kinds import kinds

    return [key for key, kind in kinds().items() if kind.model.personal]
