"""``liangxing send``: keep that a report went to somebody, and see first what it would contradict."""

from __future__ import annotations

from datetime import date

import click

from . import EXIT_FOUND_WRONG, _ground


@click.command(epilog='Example: liangxing send creation --to "District bureau" --as-of 2013-03-31')
@click.argument("key")
@click.option("--to", "receiver", required=True, help="The department, office or place that gets it.")
@click.option("--by", default="worker", help="The account that answers for it.")
@click.option("--anyway", is_flag=True, help="Keep it although it contradicts what was sent before.")
@click.option("--language", default="zh-hans", type=click.Choice(["zh-hans", "en"]))
@_ground.as_of
@_ground.common
@click.pass_context
def command(
    ctx: click.Context,
    key: str,
    receiver: str,
    by: str,
    anyway: bool,
    language: str,
    as_of: date | None,
    code: str | None,
    as_json: bool,
) -> None:
    """Keep that the report KEY was sent, with each of its figures; 1 when one contradicts what others have."""
    _ground.ready()
    from django.utils.timezone import localdate

    from liangxing.reports.books import books
    from liangxing.reports.sent.actions import Letter, send
    from liangxing.reports.sent.contradictions import contradictions
    from liangxing.reports.writing import write

    if key not in books():
        raise click.UsageError(f"No report {key}; there are: {', '.join(books())}")
    community = _ground.community(code)
    document = write(community, key, as_of or localdate(), language=language)
    found = contradictions(community, document.stated)
    told = [{"figure": each.ours.claim.title, "here": each.ours.shown, "there": each.theirs.shown,
             "receiver": each.theirs.dispatch.receiver, "day": each.theirs.dispatch.day} for each in found]  # fmt: skip
    sent = None if found and not anyway else send(Letter.of(document), to=receiver, community=community, by=by)
    if as_json:
        _ground.print_json({"sent": sent and sent.pk, "figures": len(document.stated), "contradictions": told})
    else:
        for one in told:
            click.echo(f"✕ {one['figure']}: {one['here']} / {one['there']} ({one['receiver']}, {one['day']})")
        click.echo(f"✓ {document.title} → {receiver}: {len(document.stated)}" if sent else "✕ --anyway")
    ctx.exit(0 if sent else EXIT_FOUND_WRONG)
