"""The command line, ``liangxing``: one module for each command, found rather than listed."""

from __future__ import annotations

import os
import pkgutil
import sys
from importlib import import_module

import click

EXIT_FOUND_WRONG = 1
EXIT_WRONG_USE = 2  # what click itself gives for a wrong option


class Commands(click.Group):
    """The commands of this folder: module ``erase_person`` is the command ``erase-person``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name."""
        names = (m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
        return sorted(name.rstrip("_").replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded when it is asked for; ``None`` when there is no such command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        stem = cmd_name.replace("-", "_")
        module = import_module(f"{__name__}.{stem}_" if stem == "import" else f"{__name__}.{stem}")
        command: click.Command = module.command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="liangxing")
def main() -> None:
    """Records, measures, standards and reports of a two-oriented community.

    The data folder (database, evidence, keys) is chosen by LIANGXING_DATA, and made when it is missing.
    Language: LIANGXING_LANGUAGE=en for English. Exit status: 0 good, 1 something was found wrong, 2 wrong use.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liangxing.site.settings")


def run() -> None:
    """The entry point: what a person is told of an error is one sentence, without a traceback."""
    from liangxing.kernel.errors import Refused

    try:
        main()
    except Refused as refused:
        click.echo(str(refused), err=True)
        sys.exit(EXIT_FOUND_WRONG)
