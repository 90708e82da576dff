"""Writers at once do not fork the chain. On a store of their own, for the triggers let nobody clean up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# What each program prints: of four writers, of one form sent by many and one record corrected by two, of a torn upload.
# worker that is killed twice in the middle of an import, and two workers with ten jobs.
TOLD = {
    "tests.race": ["200", "None", "0"],
    "tests.twice": ["1", "8", "1", "302", "409", "2", "302", "409", "3", "None", "2"],
    "tests.torn": ["0", "0", "0", "-", "1", "1", "1", "302", "1", "1", "1", "302"],
    "tests.cut_off": ["0", "True", "60", "True", "60", "1", "done", "3", "60", "None", "refused1"],
}


@pytest.mark.parametrize("race", TOLD)
def test_writers_at_once_do_each_thing_once(race, tmp_path):
    env = {**os.environ, "LIANGXING_DATA": str(tmp_path), "LIANGXING_STORE": ""}
    root = Path(__file__).parents[1]
    told = subprocess.run([sys.executable, "-m", race], cwd=root, env=env, capture_output=True, text=True, timeout=300)
    assert told.stdout.split() == TOLD[race], told.stderr
