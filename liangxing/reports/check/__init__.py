"""Report check: which claims of a text the records bear out, which differ, and which nobody recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

    from .claims import CheckResult
    from .files import Read


def check_file(file: str | Path | IO[bytes], name: str, community: Community, day: date) -> CheckResult:
    """The claims of a .txt, .docx or .pdf against what *community* recorded up to *day*.

    *name* is the file's name, which says its kind. ``Refused`` when it cannot be read as text.
    """
    from .files import content_of

    return check_content(content_of(file, name), name, community, day)[1]


def check_content(content: bytes, name: str, community: Community, day: date) -> tuple[Read, CheckResult]:
    """The same of a file that is in memory, with what was read of it."""
    # These know the tables, and Django has none before it is set up.
    from .check import check_text
    from .files import read_file
    from .recorded import recorded, vocabulary

    read = read_file(content, name)
    return read, check_text(read.text, vocabulary(), recorded(community, day), day=day)
