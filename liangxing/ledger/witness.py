"""The witness: where each chain ends, kept outside the database, so that yesterday's copy is told from today's."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Witness:
    """The last place in a chain that was seen, and its seal."""

    seq: int
    seal: str


def _file(code: str) -> Path:
    return Path(settings.LIANGXING_DATA) / "witness" / f"{code}.json"


def seen(code: str) -> Witness | None:
    """What the witness saw of the chain of the community with *code*; ``None`` when it never saw one."""
    file = _file(code)
    return Witness(**json.loads(file.read_text("utf-8"))) if file.exists() else None


def tell(code: str, seq: int, seal: str) -> None:
    """Note that the chain of *code* reaches *seq*; a later place that was noted already stays."""
    if (last := seen(code)) and last.seq >= seq:
        return
    file = _file(code)
    file.parent.mkdir(parents=True, exist_ok=True)
    # Written beside and moved into place: a power cut leaves the old line or the new one, never half of one.
    half = file.with_suffix(f".{os.getpid()}.half")
    half.write_text(json.dumps(asdict(Witness(seq, seal))), "utf-8")
    half.replace(file)
