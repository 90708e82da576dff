"""Every measurement, each in a process and a data folder of its own: ``python -m bench [NAME…]``."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
import tempfile

import bench


def main(wanted: list[str]) -> int:
    """Run those *wanted*, or all; how many failed."""
    names = [m.name for m in pkgutil.iter_modules(bench.__path__) if not m.name.startswith("_")]
    failed = 0
    for name in wanted or names:
        print(f"== {name}", flush=True)
        with tempfile.TemporaryDirectory(prefix="liangxing-bench-") as data:
            env = {**os.environ, "LIANGXING_DATA": data, "DJANGO_SETTINGS_MODULE": "liangxing.site.settings"}
            failed += subprocess.run([sys.executable, "-m", f"bench.{name}"], env=env).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
