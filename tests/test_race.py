"""Writers at once do not fork the chain. On a store of their own, for the triggers let nobody clean up."""

import os
import subprocess
import sys
from pathlib import Path


def test_four_writers_do_not_fork_the_chain(tmp_path):
    env = {**os.environ, "LIANGXING_DATA": str(tmp_path), "LIANGXING_STORE": ""}
    race = [sys.executable, "-m", "tests.race"]
    root = Path(__file__).parents[1]
    told = subprocess.run(race, cwd=root, env=env, capture_output=True, text=True, timeout=300)
    assert told.stdout.split() == ["200", "None", "0"], told.stderr
