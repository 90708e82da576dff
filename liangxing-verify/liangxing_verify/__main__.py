"""The command ``liangxing-verify``."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .fault import LANGUAGES, words
from .verify import Kept, Result, verify

EPILOG = "Example: liangxing-verify creation.pack.zip --key community.pem. Exit status: 0 every claim is valid, 1 not, 2 wrong use."


def main() -> None:
    """Check a pack, say what was found, and end with 0 only when every claim is valid."""
    parser = _parser()
    asked = parser.parse_args()
    try:
        key = asked.key.read_bytes() if asked.key else None
        kept = tuple((file.name, file.read_bytes()) for file in asked.checkpoint)
    except OSError as wrong:
        parser.error(f"{wrong.filename}: {wrong.strerror}")
    if not asked.pack.is_file():
        parser.error(f"{asked.pack}: there is no such file")
    result = verify(asked.pack, Kept(key, kept, asked.community))
    told = json.dumps(as_json(result, asked.language), ensure_ascii=False, indent=2) if asked.json else ""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # Windows would stumble over the ticks
    print(told or text(result, asked.language))
    sys.exit(0 if result.valid else 1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="liangxing-verify", description="Check an evidence pack, offline.", epilog=EPILOG
    )
    parser.add_argument("pack", type=Path, help="the pack, a zip file")
    parser.add_argument("--key", type=Path, help="the community's public key (PEM), got from elsewhere")
    parser.add_argument("--checkpoint", type=Path, action="append", default=[], help="a checkpoint that you kept")
    parser.add_argument("--community", default="", metavar="CODE", help="whose pack it must be")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="the language of the answer")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")
    return parser


def as_json(result: Result, language: str = "en") -> dict[str, Any]:
    """The result for programs; each reason as its key and in words."""
    claims = [{**asdict(claim), "why": claim.why.text(language), "reason": claim.why.key} for claim in result.claims]
    fault = {"fault": result.fault.text(language), "reason": result.fault.key}
    return {"valid": result.valid, **asdict(result), **fault, "claims": claims}


def text(result: Result, language: str = "en") -> str:
    """The result for people."""

    def say(word: str, **details: Any) -> str:
        return words()[word][language].format_map(details)

    if result.fault.key:
        return f"✕ {result.fault.text(language)}\n{say('none-believed')}"
    lines = [
        f"{result.report} · {result.community}",
        say("ledger", entries=f"{result.entries:,}", key=result.key),
        *([] if result.key_compared else [say("compare-key")]),
    ]
    for claim in result.claims:
        proved = say("proved", proved=claim.proved, rows=claim.rows) if claim.rows else say("no-rows")
        why = claim.why.text(language) or proved
        lines.append(f"{say(claim.verdict)}  {claim.anchor}  {claim.title}: {claim.shown} ({why})")
    counts = Counter(claim.verdict for claim in result.claims)
    lines.append(", ".join(f"{n} {say(verdict)}" for verdict, n in counts.most_common()) or say("no-claims"))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
