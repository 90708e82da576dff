"""``liangxing assess``: hold a standard against the records."""

from __future__ import annotations

from datetime import date

import click

from . import EXIT_FOUND_WRONG, _ground


@click.command(epilog="Example: liangxing assess two-oriented --as-of 2013-03-31 --freeze")
@click.argument("standard")
@_ground.as_of
@click.option("--freeze", is_flag=True, help="Keep the assessment in the ledger.")
@click.option("--by", default="console", help="The account that answers for it.")
@_ground.common
@click.pass_context
def command(
    ctx: click.Context, standard: str, as_of: date | None, freeze: bool, by: str, code: str | None, as_json: bool
) -> None:
    """Judge each clause of STANDARD: met, unmet or unknown, by the text in force on the day. 1 when one is unmet."""
    _ground.ready()
    from django.utils.timezone import localdate, now

    from liangxing.standards import assess as assessing
    from liangxing.standards.shelf import shelf

    community = _ground.community(code)
    if standard not in (known := shelf(community)):
        raise click.UsageError(f"No standard {standard}; there are: {', '.join(known)}")
    found = assessing.assess(community, standard, as_of or localdate(), now())
    if freeze:
        assessing.freeze(found, community=community, by=by)
    _ground.print_json(_json(found)) if as_json else _say(found)
    ctx.exit(EXIT_FOUND_WRONG if found.counts()["unmet"] else 0)


def _json(found: object) -> dict[str, object]:
    from liangxing.standards.assess import Assessed

    assert isinstance(found, Assessed)
    return {
        "standard": found.book.key,
        "day": found.day,
        "known_at": found.known_at,
        "entered_late": found.late,
        "counts": found.counts(),
        "clauses": [
            {
                "number": j.clause.number,
                "finding": j.finding.value,
                "status": j.clause.status,
                "figures": [{"measure": t.test.measure, "value": t.value, "rule": t.test.rule} for t in j.tested],
            }
            for j in found.judged
        ],
    }


def _say(found: object) -> None:
    from django.utils.translation import gettext as _

    from liangxing.standards.assess import Assessed
    from liangxing.standards.words import said

    assert isinstance(found, Assessed)
    signs = {"met": "✓", "unmet": "✕", "unknown": "?"}
    for j in found.judged:
        click.echo(f"{signs[j.finding.value]} {j.clause.number:7} {said(j.clause.text)}")
    told = {**found.counts(), "all": len(found.judged), "title": said(found.book.title)}
    click.echo(_("%(title)s: %(met)s of %(all)s clauses met, %(unmet)s unmet, %(unknown)s unknown.") % told)
    if found.late:
        click.echo(_("%s records behind these were entered after the day looked at.") % found.late)
