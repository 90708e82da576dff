"""The people who need help, and what is missing for each: consent, helper, card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liangxing.ledger.models import Community

from ..models import Consent, Pairing, Vulnerable


@dataclass(frozen=True, slots=True)
class Cared:
    """Somebody who needs help; ``consent``: until when they agreed, ``helpers``: who stands beside them."""

    person: Vulnerable
    consent: Consent | None
    helpers: tuple[Pairing, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, by name."""
        asked = (("consent", self.consent), ("helper", self.helpers), ("card", self.person.card))
        return tuple(name for name, there in asked if not there)


def cared(people: Iterable[Vulnerable], community: Community, today: date) -> list[Cared]:
    """Each of *people* with consent and helpers as of *today*; those for whom something is missing come first."""
    consents: dict[UUID, Consent] = {
        one.vulnerable_id: one for one in Consent.objects.known().standing_on(today).filter(community=community)
    }
    pairs: dict[UUID, list[Pairing]] = {}
    for pair in Pairing.objects.known().standing_on(today).filter(community=community).select_related("helper"):
        pairs.setdefault(pair.vulnerable_id, []).append(pair)
    found = [Cared(p, consents.get(p.fact), tuple(pairs.get(p.fact, ()))) for p in people]
    return sorted(found, key=lambda one: (-len(one.gaps), one.person.code))
