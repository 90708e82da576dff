"""A database that is made whole and one that grew by migrations are the same."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WAYS = {"made": "from liangxing.site.database import bring_up; bring_up()",
        "grown": "from django.core.management import call_command; call_command('migrate', verbosity=0)"}  # fmt: skip


def tables(folder, way):
    """Every table, index and trigger that *way* leaves in a new database, its columns in order of name."""
    env = {**os.environ, "LIANGXING_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "liangxing.site.settings"}
    subprocess.run([sys.executable, "-c", f"import django; django.setup(); {way}"], cwd=ROOT, env=env, check=True)
    with sqlite3.connect(folder / "liangxing.sqlite3") as told:
        rows = told.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        done = told.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
    return done, {
        name: sorted(re.sub(r'["\s]+', " ", sql).removesuffix(")").partition("(")[2].split(",")) for name, sql in rows
    }


def test_making_and_migrating_give_the_same_tables(tmp_path):
    made, grown = (tables(tmp_path / name, way) for name, way in WAYS.items())
    assert made[0] == grown[0]
    assert made[1] == grown[1]
    assert "ledger_entry_no_UPDATE" in made[1]
