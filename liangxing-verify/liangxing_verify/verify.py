"""The whole check: container, signatures, chain, records, then each claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from . import chain as chains
from . import rows as records
from .chain import Chain
from .container import Pack
from .fault import Fault, Reason, Unproven
from .figures import Asked, Figures, Value
from .said import page_says, says
from .signatures import Checkpoint, check, fingerprint, read_key

VALID, STALE, CONTRADICTED, UNPROVEN = "valid", "stale", "contradicted", "unproven"
MALFORMED = (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim with its verdict and, unless it is valid, why; ``recomputed`` is the value that the records give."""

    anchor: str
    measure: str
    title: str
    shown: str
    verdict: str
    why: Reason = field(default_factory=Reason)
    value: str | None = None
    recomputed: str | None = None
    rows: int = 0
    proved: int = 0


@dataclass(slots=True)
class Result:
    """What was found: the fault of the pack as a whole, or a verdict for each claim."""

    fault: Reason = field(default_factory=Reason)
    community: str = ""
    report: str = ""
    entries: int = 0
    key: str = ""
    key_compared: bool = False
    seal: str = ""
    claims: list[Judged] = field(default_factory=list)

    @property
    def valid(self) -> bool:
        """Whether the pack holds and each of its claims, of which there is one at least, is valid."""
        return not self.fault.key and bool(self.claims) and all(c.verdict == VALID for c in self.claims)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the holder got from elsewhere: the public key (PEM), checkpoints (name, text), and whose pack it must be."""

    key: bytes | None = None
    checkpoints: tuple[tuple[str, bytes], ...] = ()
    community: str = ""


def verify(path: Path, kept: Kept | None = None) -> Result:
    """Check the pack at *path* against what the holder *kept*."""
    result = Result()
    try:
        _check(path, kept or Kept(), result)
    except Fault as fault:
        result.fault, result.claims = fault.reason, []
    except MALFORMED as wrong:
        result.fault, result.claims = Reason("malformed", {"what": type(wrong).__name__}), []
    return result


def _check(path: Path, kept: Kept, result: Result) -> None:
    pack = Pack(path)
    try:
        told = pack.manifest
        result.seal = pack.seal
        public = read_key(pack.read("key.pem"))
        result.key, result.key_compared = fingerprint(public), kept.key is not None
        if kept.key is not None and fingerprint(read_key(kept.key, "--key")) != result.key:
            raise Fault("other-key", key=result.key)
        check(public, pack.read("pack.sig"), pack.read("pack.json"), "pack.json")
        code = str(told["community"]["code"])
        result.community, result.report = f"{told['community']['name']} ({code})", str(told["report"]["title"])
        if kept.community and kept.community != code:
            raise Fault("other-community", name="pack.json", code=code)
        chain = _chain(pack, public, code)
        result.entries = len(chain.seals)
        later = _later(kept.checkpoints, public, code, chain)
        result.claims = _claims(pack, chain, later)
    finally:
        pack.close()


def _chain(pack: Pack, key: Any, code: str) -> Chain:
    """The chain in the pack, held against the checkpoint in the pack."""
    now = Checkpoint.read(pack.read("checkpoint.txt"), key, "checkpoint.txt")
    if now.code != code:
        raise Fault("other-community", name="checkpoint.txt", code=now.code)
    chain = chains.read(pack, code)
    if now.size != len(chain.seals):
        raise Fault("other-length", size=now.size, there=len(chain.seals))
    if not chain.holds(now):
        raise Fault("other-chain")
    return chain


def _later(kept: tuple[tuple[str, bytes], ...], key: Any, code: str, chain: Chain) -> Reason:
    """Hold the checkpoints that the holder kept against the chain; the reason when one is later than the pack."""
    later = Reason()
    for name, text in kept:
        told = Checkpoint.read(text, key, name)
        if told.code != code:
            raise Fault("other-community", name=name, code=told.code)
        if told.size > len(chain.seals):
            later = Reason("later-checkpoint", {"name": name, "size": told.size})
        elif not chain.holds(told):
            raise Fault("rewritten", name=name)
    return later


def _claims(pack: Pack, chain: Chain, later: Reason) -> list[Judged]:
    figures = Figures(pack.json("measures.json"), pack.json("kinds.json")["kinds"], records.read(pack, chain))
    proving = {piece["proves"] for piece in records.pieces(pack, chain) if piece.get("struck_at") is None}
    pages = [pack.read(name).decode() for name in pack.names if name.startswith("report/") and name.endswith(".html")]
    return [_judge(claim, figures, proving, pages, later) for claim in pack.json("claims.json")["claims"]]


def _judge(claim: dict[str, Any], figures: Figures, proving: set[str], pages: list[str], later: Reason) -> Judged:
    """The verdict on one claim."""
    told = str(claim["anchor"]), str(claim["measure"]), str(claim["title"]), str(claim["shown"])
    stated = None if claim["value"] is None else Decimal(claim["value"])
    first, after = map(str, claim["period"])
    then = Asked(first, after, str(claim["known_at"]))
    try:
        again, rows = figures.value(claim["measure"], then), figures.rows_of(claim["measure"], then)
        why = _against(claim, stated, again, figures, then) or _against_words(claim, stated, pages)
        verdict = CONTRADICTED if why else VALID
        if not why and (why := _superseded(claim, stated, figures, then) or later).key:
            verdict = STALE
    except Unproven as unproven:
        return Judged(*told, UNPROVEN, unproven.reason, claim["value"])
    proved = sum(row["fact"] in proving or row["act_id"] in proving for row in rows)
    return Judged(*told, verdict, why or Reason(), claim["value"], _said(again), len(rows), proved)


def _against(claim: Any, stated: Value, again: Value, figures: Figures, then: Asked) -> Reason | None:
    """Why the records of the time contradict the claim; ``None`` when they do not."""
    if again != stated:
        return Reason("other-value", {"value": _said(again) or "?"})
    if figures.digest(claim["measure"], then) != claim["digest"]:
        return Reason("other-rows")
    return None


def _against_words(claim: dict[str, Any], stated: Value, pages: list[str]) -> Reason | None:
    """Why the words of the report contradict the claim; ``None`` when they do not."""
    if not says(claim["shown"], stated, claim["unit"]):
        return Reason("other-words", {"value": _said(stated) or "?"})
    if not all(page_says(page, claim["anchor"], claim["shown"]) for page in pages):
        return Reason("other-page")
    return None


def _superseded(claim: dict[str, Any], stated: Value, figures: Figures, then: Asked) -> Reason | None:
    """What records that came later give instead; ``None`` when they give the same."""
    now = figures.value(claim["measure"], Asked(then.first, then.after, None))
    return None if now == stated else Reason("later-records", {"value": _said(now) or "?"})


def _said(value: Value) -> str | None:
    return None if value is None else f"{value:f}"
