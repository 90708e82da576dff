"""What the commands share: a database that is ready, the community asked about, and how results are printed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

import click
import django

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

F = TypeVar("F", bound=Callable[..., Any])


def words() -> None:
    """Set Django up, in the language asked for: enough for what asks no records."""
    django.setup()
    from django.utils.translation import activate

    activate(os.environ.get("LIANGXING_LANGUAGE", "zh-hans"))


def ready() -> None:
    """Set Django up, in the language asked for, with a database that has all its tables."""
    words()
    from liangxing.site.database import bring_up

    bring_up()


def say_how_to_begin(root: str = "http://127.0.0.1:8000") -> None:
    """While nobody can sign in and give out accounts: where to begin, and the code for another device."""
    from django.utils.translation import gettext as _

    from liangxing.places.start import key

    if key.waiting() is not None:
        told = {"here": f"{root.replace('0.0.0.0', '127.0.0.1')}/begin/", "code": key.print_code()}
        click.echo(_("Begin on this machine: %(here)s; from another device with this code: %(code)s") % told, err=True)


def community(code: str | None) -> Community:
    """The community with *code*, or the only one; a wrong use when that leaves it open."""
    from liangxing.ledger.models import Community

    found = list(Community.objects.filter(**({"code": code} if code else {}))[:2])
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(
            f"There is no community {code}." if code else "There is no community yet: liangxing init CODE NAME"
        )
    raise click.UsageError("There are several communities: say which one with --community CODE.")


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A day given as 2013-03-31."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write 2013-03-31.") from None


def common(command: F) -> F:
    """The options that every command has."""
    command = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")(command)
    return click.option("--community", "code", metavar="CODE", help="Which community, when there are several.")(command)


def as_of(command: F) -> F:
    """The option that chooses the day looked at."""
    told = "The day looked at, such as 2013-03-31; today when left out."
    return click.option("--as-of", "as_of", callback=day, metavar="DAY", help=told)(command)


def plain(value: object) -> Any:
    """*value* as JSON has it: days and moments in ISO 8601, decimals as text so that no digit is lost."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def print_json(value: object) -> None:
    """Print *value* as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=plain))
