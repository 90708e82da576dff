"""What a message says: each element of CAP 1.2 under a plain name, in the order of the schema."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

Named = tuple[str, str]  # a valueName and its value


@dataclass(frozen=True, slots=True)
class Reference:
    """The message that another one is about, as CAP names it: by its sender, identifier and moment."""

    sender: str
    identifier: str
    sent: str

    def __str__(self) -> str:
        return f"{self.sender},{self.identifier},{self.sent}"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that goes with a message."""

    description: str
    mime_type: str
    size_bytes: int | None = None
    uri: str = ""
    content: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Where it is: in words, and as polygons and circles in the order of CAP, latitude first."""

    description: str
    polygons: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()
    geocodes: tuple[Named, ...] = ()
    altitude: Decimal | None = None
    ceiling: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Info:
    """What happens, how bad, and what to do, in one language."""

    categories: tuple[str, ...]
    event: str
    urgency: str
    severity: str
    certainty: str
    language: str = ""
    responses: tuple[str, ...] = ()
    audience: str = ""
    event_codes: tuple[Named, ...] = ()
    effective: datetime | None = None
    onset: datetime | None = None
    expires: datetime | None = None
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameters: tuple[Named, ...] = ()
    resources: tuple[Resource, ...] = ()
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``signed``: it carries an XML signature, which is kept and not checked here."""

    identifier: str
    sender: str
    sent: datetime
    status: str
    kind: str
    scope: str
    source: str = ""
    restriction: str = ""
    addresses: str = ""
    codes: tuple[str, ...] = ()
    note: str = ""
    references: tuple[str, ...] = ()
    incidents: str = ""
    infos: tuple[Info, ...] = ()
    signed: bool = False

    @property
    def name(self) -> Reference:
        """What other messages call it."""
        return Reference(self.sender, self.identifier, moment(self.sent))

    def about(self) -> list[Reference]:
        """The messages it is about; what is no triple of sender, identifier and moment is left out."""
        parts = [reference.split(",") for reference in self.references]
        return [Reference(*part) for part in parts if len(part) == 3 and all(part)]

    def info(self, language: str) -> Info | None:
        """What it says in *language* (``zh`` or ``en``), or else in its first; ``None`` when it says nothing."""
        mine = [info for info in self.infos if (info.language or "en-US").lower().startswith(language)]
        return next(iter(mine or self.infos), None)


def moment(at: datetime) -> str:
    """*at* as CAP writes it: whole seconds, and the zone as hours and minutes, for UTC ``-00:00`` and never ``Z``."""
    told = at.replace(microsecond=0).isoformat()
    return told.removesuffix("+00:00") + "-00:00" if told.endswith("+00:00") else told
