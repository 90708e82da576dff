"""What the ledger says, in a template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from liangxing.ledger import trace
from liangxing.ledger.checkpoint import Proof
from liangxing.ledger.models import Community, Entry

register = template.Library()
VERBS = {"write": _("recorded"), "strike": _("struck out"), "erase": _("personal data erased")}


@register.simple_tag
def entries(records: Iterable[Any]) -> list[Entry]:
    """Every entry about *records*, in the order of the chain: one query."""
    found = trace.entries_about(record.pk for record in records)
    return sorted((entry for some in found.values() for entry in some), key=lambda entry: entry.seq)


@register.simple_tag
def proof(record: Any, community: Community) -> Proof | None:
    """The proof for the newest entry about *record*."""
    return trace.proof_of(record.pk, community)


@register.filter
def holds(told: Proof) -> bool:
    """Whether the proof leads to its root."""
    return trace.holds(told)


@register.filter
def done(entry: Entry) -> Any:
    """What was done to the record, in a word; the verb itself when it is a room's own."""
    corrected = entry.verb == "write" and entry.act.name.endswith(".correct")
    return _("told anew") if corrected else VERBS.get(entry.verb, entry.verb)


@register.filter
def hexed(steps: Iterable[bytes]) -> list[str]:
    """Hashes in hex, as they stand in the file."""
    return [step.hex() for step in steps]
