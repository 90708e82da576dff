"""Report check: which claims of a text the records bear out, which differ, and which nobody recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

    from .claims import CheckResult


def check_file(file: str | Path | IO[bytes], name: str, community: Community, day: date) -> CheckResult:
    """The claims of a .txt, .docx or .pdf against what *community* recorded up to *day*.

    *name* is the file's name, which says its kind. ``Refused`` when it cannot be read as text.
    """
    # These know the tables, and Django has none before it is set up.
    from .check import check_text
    from .files import text_of
    from .recorded import recorded, vocabulary

    return check_text(text_of(file, name), vocabulary(), recorded(community, day), day=day)
