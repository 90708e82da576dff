"""Who may see and do what: one table, tested as one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Record


class Guard(Enum):
    """How a kind of record is guarded."""

    OPEN = "open"  # nothing in it says who somebody is
    PERSONAL = "personal"  # some columns do
    CONFIDENTIAL = "confidential"  # that it exists says too much


class Sight(Enum):
    """What of a kind somebody sees."""

    ALL = "all"
    OWN = "own"  # rows within the reach of their post
    MASKED = "masked"  # every row, without the personal columns
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its name, what it sees of each guard, and which verbs it may do. ``staff`` have the desk."""

    name: str | Promise
    sight: Mapping[Guard, Sight]
    verbs: frozenset[str]
    staff: bool = False


def guard(kind: type[Record]) -> Guard:
    """How *kind* is guarded, as its class says."""
    if kind.confidential:
        return Guard.CONFIDENTIAL
    return Guard.PERSONAL if kind.personal else Guard.OPEN


WRITING = frozenset({"write", "correct", "strike", "import", "attach", "propose"})


def asked_of(verb: str, kind: type[Record]) -> str:
    """The verb that doing *verb* to *kind* asks for: whoever writes a post lets somebody in, and so appoints."""
    return "appoint" if verb in WRITING and getattr(kind, "opens_doors", False) else verb


def _role(name: Promise, personal: Sight, confidential: Sight, verbs: str, *, staff: bool = False) -> Role:
    sight = {Guard.OPEN: Sight.ALL, Guard.PERSONAL: personal, Guard.CONFIDENTIAL: confidential}
    return Role(name, sight, frozenset(verbs.split()), staff)


_READ = "read list page scan"  # scan: a signed code in the address says what it opens, and to whom
_IN = _READ + " lint"  # what everybody may who is signed in; the public may not
_WRITE = _IN + " write correct attach papers propose walk"  # walk: go on a round of inspection
_WRITE_OWN = _IN + " write attach papers propose walk"
_DESK = _WRITE + " desk import export strike merge assess build check pack invite"
# What a household does for itself in the hall; what a neighbour does for one who shows a card; what staff do there.
_HOME = " own signin pledge report borrow vote checkin vouch propose"
_HALL = " vouch answer count print"
_CALL = " call"  # call those whom one answers for, and tell who was reached
_WARN = _CALL + " warn"  # take alerts in and send them out, and have everybody called
_HEAD = " cards review erase appoint dress"  # dress: say what the committee's papers look like

PROGRAM = "program"  # what comes by a key instead of an account
# Roles for which there are no accounts: whoever comes by a link or a key, and the public.
WITHOUT_ACCOUNT = ("public", "assessor", PROGRAM)

# verb = the last part of a route's name; whoever holds several posts has the best of each.
ROLES: dict[str, Role] = {
    "secretary": _role(_("secretary"), Sight.ALL, Sight.ALL, _DESK + _HALL + _HEAD + _WARN, staff=True),
    "committee": _role(_("committee member"), Sight.ALL, Sight.NONE, _DESK + _HALL + " review", staff=True),
    "worker": _role(_("community worker"), Sight.ALL, Sight.ALL, _DESK + _HALL + " cards" + _WARN, staff=True),
    "grid": _role(_("grid worker"), Sight.OWN, Sight.OWN, _WRITE + _HALL + _CALL + " desk invite cards", staff=True),
    "building_head": _role(_("building head"), Sight.OWN, Sight.NONE, _WRITE_OWN + " vouch count" + _CALL),
    "volunteer": _role(_("volunteer"), Sight.NONE, Sight.NONE, _IN + " vouch propose walk" + _CALL),
    "enterprise": _role(_("enterprise contact"), Sight.OWN, Sight.NONE, _WRITE_OWN),
    "resident": _role(_("resident"), Sight.OWN, Sight.NONE, _IN + _HOME),
    "assessor": _role(_("assessor"), Sight.MASKED, Sight.NONE, _IN + " check pack papers"),
    PROGRAM: _role(_("program"), Sight.MASKED, Sight.NONE, _READ + " write correct"),
    "public": _role(_("public"), Sight.NONE, Sight.NONE, _READ),
}
