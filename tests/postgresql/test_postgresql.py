"""What must hold on PostgreSQL as it does on SQLite."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_race import TOLD

from . import server

ROOT = Path(__file__).parents[2]
AGAIN = (
    "liangxing/ledger",
    "liangxing/records",
    "liangxing/register",
    "liangxing/places/search",
    "tests/test_engines.py",
    "tests/test_once.py",
)
pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif(not server.BINARIES, reason="PostgreSQL is not installed (Debian package postgresql)"),
]


@pytest.fixture(scope="module")
def store():
    """The address of a database on a server of our own."""
    with server.running() as address:
        yield address


def test_the_same_laws_hold(store):
    again = [sys.executable, "-m", "pytest", *AGAIN, "-q", "-p", "no:xdist"]
    env = {**os.environ, "LIANGXING_STORE": store, "REQUIRE_ALL": ""}
    told = subprocess.run(again, cwd=ROOT, env=env, capture_output=True, text=True, timeout=1800)
    assert told.returncode == 0, told.stdout[-6000:] + told.stderr[-2000:]
    assert " passed" in told.stdout or "100%" in told.stdout


@pytest.mark.parametrize("race", TOLD)
def test_writers_at_once_do_each_thing_once(race, store, tmp_path):
    fresh, _slash, _name = store.rpartition("/")
    own = f"{fresh}/{race.replace('.', '_')}"
    server.create(store, own)
    env = {**os.environ, "LIANGXING_STORE": own, "LIANGXING_DATA": str(tmp_path)}
    told = subprocess.run([sys.executable, "-m", race], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300)
    assert told.stdout.split() == TOLD[race], told.stderr
