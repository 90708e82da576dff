"""``liangxing serve``: the pages, for the people in this building."""

from __future__ import annotations

import gc
import logging
import socket

import click

from . import EXIT_WRONG_USE, _ground


@click.command(epilog="Example: liangxing serve --port 8080")
@click.option("--host", default="127.0.0.1", help="The address to listen on; 0.0.0.0 for the whole network.")
@click.option("--port", default=8000, type=click.IntRange(1, 65535))
@click.pass_context
def command(ctx: click.Context, host: str, port: int) -> None:
    """Serve the pages until Ctrl-C. A port in use is said, and the next free one is named."""
    _ground.ready()
    if not free(host, port):
        after = next((p for p in range(port + 1, port + 50) if free(host, p)), None)
        click.echo(f"Port {port} is in use. Try: liangxing serve --port {after}", err=True)
        ctx.exit(EXIT_WRONG_USE)
    from waitress import serve

    from liangxing.jobs import workers
    from liangxing.site.wsgi import application

    click.echo(f"http://{host}:{port}/  (Ctrl-C to stop)")
    _ground.say_how_to_begin(f"http://{host}:{port}")
    workers.start()
    # In an emergency thousands of phones come in a minute; threads that wait for one commit together cost nothing.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    gc.collect()
    gc.freeze()  # what was loaded stays: to look through it again and again for what is unused stops everybody
    serve(
        application,
        host=host,
        port=port,
        threads=24,
        connection_limit=1000,
        asyncore_use_poll=True,
        ident="liangxing",
        _quiet=True,
    )


def free(host: str, port: int) -> bool:
    """Whether somebody can listen on *host* and *port* now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
