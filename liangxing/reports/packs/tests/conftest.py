"""One small pack for a whole session: it takes seconds to write, and tests change copies of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.utils.timezone import localdate

from liangxing.reports.books import books

BODY = "".join(
    f'{{% figure "{key}" %}} '
    for key in (
        "environment.sorted_bins",
        "honours.held",
        "register.residents",
        "casework.cases",
        "outreach.pledging_share",
    )
)
ROOT = Path(__file__).parents[4]


@pytest.fixture
def packing(db, jinhui, tmp_path, monkeypatch):
    """Write a pack of a short report of the small town, after whatever *before* does; its path."""
    from liangxing.reports.packs.write import pack
    from tests import town

    whole = books()["creation"]
    (tmp_path / "body.zh-hans.md").write_text(BODY, "utf-8")
    short = type(whole)(whole.key, whole.title, whole.issuer, whole.form, tmp_path)
    monkeypatch.setattr("liangxing.reports.writing.books", lambda: {"creation": short})
    for way in ("docx", "pdf"):
        monkeypatch.setattr(f"liangxing.reports.packs.write.{way}", lambda document: b"set")
    lives = town.found(jinhui)

    def write(name="town.pack.zip", before=None, **asked):
        if before:
            before(lives)
        return pack(jinhui, "creation", localdate(), tmp_path / name, **asked).path

    return write


@pytest.fixture(scope="session")
def packed(tmp_path_factory):
    """A pack of the small town with its evidence, and the key that signed it: of a data folder of its own."""
    folder = tmp_path_factory.mktemp("town")
    env = {**os.environ, "LIANGXING_DATA": str(folder)}
    subprocess.run([sys.executable, "-m", "liangxing.reports.packs.tests.make"], cwd=ROOT, env=env, check=True)
    return folder / "town.pack.zip", load_pem_private_key((folder / "keys" / "ledger.pem").read_bytes(), None)
