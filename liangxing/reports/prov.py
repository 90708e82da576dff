"""Where a report comes from, in the words of W3C PROV, for any program that reads PROV-JSON."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from typing import Any
from uuid import UUID

from django.db.models import Q
from prov.constants import PROV_TYPE
from prov.model import ProvActivity, ProvAgent, ProvDocument, ProvEntity

from liangxing.evidence.models import Piece
from liangxing.ledger.models import Act, Community
from liangxing.measures.measure import MEASURES, Measure
from liangxing.records.models import Records
from liangxing.register.models import Post

from .blocks import Document, Stated
from .claim import Claim

AT_ONCE = 500  # acts and facts looked up with one query: below every engine's limit of parameters


def prov_json(community: Community, document: Document) -> str:
    """*document* with its claims, the records behind them (by id, without what they say), acts, evidence and agents."""
    return str(Telling(community, document).whole().serialize(indent=1, ensure_ascii=False))


class Telling:
    """A PROV document that is being told. Names are URNs, so that files of many communities can be put together."""

    def __init__(self, community: Community, document: Document) -> None:
        self.community, self.document = community, document
        self.told = ProvDocument()
        self.told.add_namespace("lx", "urn:liangxing:")
        self.told.add_namespace("c", f"urn:liangxing:community:{community.code}:")
        self.collections: dict[str, ProvEntity] = {}
        self.acts: dict[UUID, UUID] = {}  # of each record behind a claim, the act that told it
        self.facts: dict[UUID, UUID] = {}  # and the fact that it tells

    def whole(self) -> ProvDocument:
        """Everything."""
        self.committee = self._agent("committee", "prov:Organization", self.document.issuer)
        self.software = self._agent("liangxing", "prov:SoftwareAgent", f"Liangxing {version('liangxing')}")
        writing = self.told.activity("c:writing", other_attributes={"prov:label": self.document.title})
        report = self.told.entity(
            f"c:report-{self.document.key}",
            {
                "prov:label": self.document.title,
                "prov:location": self.document.address,
                "lx:day": self.document.day.isoformat(),
            },
        )
        self.told.wasGeneratedBy(report, writing)
        self.told.wasAssociatedWith(writing, self.software)
        self.told.wasAttributedTo(report, self.committee)
        for stated in self.document.stated:
            self._claim(stated, report, writing)
        self._acts()
        self._evidence()
        return self.told

    def _agent(self, name: str, sort: str, label: str) -> ProvAgent:
        kind = self.told.valid_qualified_name(sort)
        return self.told.agent(f"c:{name}", {PROV_TYPE: kind, "prov:label": label})

    def _claim(self, stated: Stated, report: ProvEntity, writing: ProvActivity) -> None:
        """A claim, the measuring it came from, and the rows that were measured."""
        claim, name = stated.claim, f"c:claim-{stated.anchor}"
        value = "" if claim.value is None else f"{claim.value}"
        said = {"prov:label": claim.title, "lx:shown": stated.shown, "lx:value": value, "lx:unit": claim.unit}
        entity = self.told.entity(name, [*said.items(), ("lx:digest", claim.digest)])
        measuring = self.told.activity(
            f"c:measuring-{stated.anchor}",
            other_attributes={"prov:label": claim.says, "lx:measure": claim.measure, "lx:period": str(claim.period)},
        )
        self.told.wasAssociatedWith(measuring, self.software)
        self.told.used(measuring, self._rows(claim))
        self.told.wasGeneratedBy(entity, measuring, claim.known_at)
        self.told.used(writing, entity)
        self.told.wasDerivedFrom(report, entity)

    def _rows(self, claim: Claim) -> ProvEntity:
        """The rows behind a claim as a collection; claims over the same rows have one."""
        name = f"c:rows-{claim.digest[:32]}"
        if name in self.collections:
            return self.collections[name]
        collection = self.collections[name] = self.told.collection(name, {"lx:digest": claim.digest})
        for part in MEASURES[claim.measure].counted:
            for record, fact, act in self._behind(part, claim).values_list("pk", "fact", "act_id").iterator(2000):
                entity = f"c:record-{record.hex}"
                if record not in self.facts:
                    self.facts[record] = fact
                    self.acts[record] = act
                    self.told.entity(entity, {PROV_TYPE: f"{part.of._meta.label_lower}"})
                self.told.hadMember(collection, entity)
        return collection

    def _behind(self, part: Measure, claim: Claim) -> Records[Any]:
        return part.rows(self.community, claim.period, claim.known_at).order_by("pk")

    def _acts(self) -> None:
        """The acts that told the records, each by the role of whoever did it: accounts stay at home."""
        roles = dict(Post.objects.filter(community=self.community).exclude(account="").values_list("account", "role"))
        agents: dict[str, ProvAgent] = {}
        for some in _chunks(set(self.acts.values())):
            for act in Act.objects.filter(pk__in=some).order_by("at"):
                moment = {"prov:label": act.name}
                done = self.told.activity(f"c:act-{act.pk.hex}", act.at, act.at, moment)
                role = roles.get(act.actor, "committee")
                if role != "committee" and role not in agents:
                    agents[role] = self._agent(f"role-{role}", "lx:Role", role)
                    self.told.actedOnBehalfOf(agents[role], self.committee)
                self.told.wasAssociatedWith(done, agents.get(role, self.committee))
        for record, act_id in self.acts.items():
            self.told.wasGeneratedBy(f"c:record-{record.hex}", f"c:act-{act_id.hex}")

    def _evidence(self) -> None:
        """The evidence by its hash: what a record was taken from, or what an act worked through."""
        facts: dict[UUID, list[UUID]] = {}
        for record, fact in self.facts.items():
            facts.setdefault(fact, []).append(record)
        acts = {*self.acts.values()}
        entity = cache(lambda digest: self.told.entity(f"c:evidence-{digest}", {"lx:sha256": digest}))
        for some in _chunks({*facts, *acts}):
            known = Piece.objects.known().filter(Q(proves__in=some), community=self.community)
            for piece in known.order_by("pk"):
                if piece.proves in acts:
                    self.told.used(f"c:act-{piece.proves.hex}", entity(piece.sha256))
                for record in facts.get(piece.proves, ()):
                    self.told.hadPrimarySource(f"c:record-{record.hex}", entity(piece.sha256))


def _chunks(ids: Iterable[UUID]) -> list[list[UUID]]:
    every = sorted(ids)
    return [every[n : n + AT_ONCE] for n in range(0, len(every), AT_ONCE)]
