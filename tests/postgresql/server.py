"""A PostgreSQL server of the tests' own: in a folder that goes away with it, reached by a socket in that folder."""

from __future__ import annotations

import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database, while the server runs. Root may not run it: then the user postgres does."""
    root = os.geteuid() == 0
    user = "postgres" if root else pwd.getpwuid(os.geteuid()).pw_name
    with tempfile.TemporaryDirectory(prefix="liangxing-pg-", ignore_cleanup_errors=True) as folder:
        if root:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)

        def run(*command: str) -> None:
            prefix = ["runuser", "-u", user, "--"] if root else []
            subprocess.run(
                [*prefix, str(BINARIES[0] / command[0]), *command[1:]], check=True, capture_output=True, cwd=folder
            )

        run("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", user, "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", f"{folder}/data", "-w", "-o", options, "-l", f"{folder}/log", "start")
        try:
            run("createdb", "-h", folder, "liangxing")
            yield f"postgresql://{user}@{folder.replace('/', '%2F')}/liangxing"
        finally:
            run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")


def create(address: str, new: str) -> None:
    """Make the database of the address *new* on the server of *address*, as empty."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as told:
        told.execute(f'CREATE DATABASE "{new.rpartition("/")[2]}"')
