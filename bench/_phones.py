"""Many phones at once against a server of ours, in a few threads of one process; all on this computer alone."""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import urlopen

BACKLOG = 600  # phones that wait for their answer at once; more are told as lost


@dataclass(slots=True)
class Load:
    """What came of a load: the numbers that were answered as kept, with their states, and the times."""

    sent: int = 0
    answered: dict[int, str] = field(default_factory=dict)
    spent: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    took_s: float = 0.0


_FOLDERS: dict[str, str] = {}


def surroundings(store: str) -> dict[str, str]:
    """The environment of a store: a data folder of its own, and the address of a database."""
    folder = _FOLDERS.setdefault(store, tempfile.mkdtemp(prefix="check-ins-", dir=os.environ["LIANGXING_DATA"]))
    told = {**os.environ, "LIANGXING_DATA": folder, "DJANGO_SETTINGS_MODULE": "liangxing.site.settings"}
    return told | {"LIANGXING_STORE": store if store.startswith("postgresql") else ""}


def ground(store: str, homes: int = 3324) -> dict[str, Any]:
    """Found a town of so many *homes* on *store*."""
    made = subprocess.run([sys.executable, "-m", "bench._check_in_ground", str(homes)], env=surroundings(store),
                          check=True, capture_output=True, text=True)  # fmt: skip
    return dict(json.loads(made.stdout))


def kept(store: str) -> tuple[dict[int, int], dict[str, str]]:
    """How often each number is kept, and the newest state of each household; read by a process of its own."""
    asked = subprocess.run([sys.executable, "-m", "bench._check_in_kept"], env=surroundings(store),
                           check=True, capture_output=True, text=True)  # fmt: skip
    told = json.loads(asked.stdout)
    return {int(number): times for number, times in told["numbers"].items()}, told["newest"]


class Server:
    """``liangxing serve`` as people start it; the plain one is waitress with the same settings of its own."""

    def __init__(self, store: str) -> None:
        self.store = store
        with socket.socket() as asked:
            asked.bind(("127.0.0.1", 0))
            self.port = asked.getsockname()[1]

    def __enter__(self) -> Server:
        ours = ["-c", "from liangxing.site.cli import main; main()", "serve", "--port", str(self.port)]
        what = ["-m", "bench._plain_check_in", str(self.port)] if self.store == "plain" else ours
        self.process = subprocess.Popen(
            [sys.executable, *what], env=surroundings(self.store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + 60
        while True:
            try:
                urlopen(f"http://127.0.0.1:{self.port}/sign-in/", timeout=5).close()
                return self
            except OSError:
                if time.monotonic() > until or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def kill(self) -> None:
        """As a power cut does: at once, and without a word."""
        self.process.send_signal(signal.SIGKILL)

    def __exit__(self, *_failed: object) -> None:
        self.process.kill()
        self.process.wait()


@dataclass(slots=True)
class _Phone:
    number: int
    due: float
    out: bytes
    state: str = ""
    got: bytes = b""
    page: bool = False


def _request(town: dict[str, Any], number: int) -> tuple[bytes, str]:
    state = "help" if number % 9 == 0 else "safe"
    home = town["homes"][number * 7 % len(town["homes"])]
    body = urlencode({"flat": home, "state": state, "place": f"n{number}", "once": f"{number:032x}"}).encode()
    head = (f"POST {town['form']} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n")  # fmt: skip
    return head.encode() + body, state


def _page(town: dict[str, Any], number: int) -> bytes:
    part = "?part=live" if number % 2 else ""
    head = f"GET {town['count']}{part} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    return f"{head}Cookie: sessionid={quote(town['session'])}\r\n\r\n".encode()


def load(
    port: int, town: dict[str, Any], count: int, within_s: float, *, first: int = 0, kill: Server | None = None,
    after: float = 1.0,
) -> Load:  # fmt: skip
    """*count* phones from the number *first*, evenly over *within_s*; the leader's page every second."""
    chosen, got = selectors.DefaultSelector(), Load()
    begun, number, pages = time.monotonic(), 0, 0
    while number < count or chosen.get_map():
        moment = time.monotonic() - begun
        if kill and number >= count * after:
            kill.kill()
            kill, count = None, number
        while number < count and moment >= number * within_s / count and len(chosen.get_map()) < BACKLOG:
            out, state = _request(town, first + number)
            _dial(chosen, port, _Phone(first + number, begun + number * within_s / count, out, state))
            number += 1
            got.sent += 1
        if number < count and not town.get("plain") and moment >= pages + 0.5:
            _dial(chosen, port, _Phone(pages, time.monotonic(), _page(town, pages), page=True))
            pages += 1
        for key, mask in chosen.select(0.005):
            if _move(chosen, key, mask):
                chosen.unregister(key.fileobj)
                _settle(key.data, got)
                key.fileobj.close()  # type: ignore[union-attr]
        if time.monotonic() - begun > within_s * 4 + 30:
            break
    got.took_s = time.monotonic() - begun
    return got


def _dial(chosen: selectors.BaseSelector, port: int, phone: _Phone) -> None:
    one = socket.socket()
    one.setblocking(False)
    address = f"127.{1 + phone.number // 62500}.{phone.number // 250 % 250}.{1 + phone.number % 250}"
    one.bind(("127.0.0.1" if phone.page else address, 0))
    one.connect_ex(("127.0.0.1", port))
    chosen.register(one, selectors.EVENT_WRITE, phone)


def _move(chosen: selectors.BaseSelector, key: selectors.SelectorKey, mask: int) -> bool:
    """Write and read as far as it goes; whether the phone is done."""
    one: Any = key.fileobj
    phone: _Phone = key.data
    try:
        if mask & selectors.EVENT_WRITE and phone.out:
            phone.out = phone.out[one.send(phone.out) :]
            if not phone.out:
                chosen.modify(one, selectors.EVENT_READ, phone)
            return False
        if (some := one.recv(65536)) == b"":
            return True
        phone.got += some
    except BlockingIOError:
        return False
    except OSError:
        return True
    return False


def _settle(phone: _Phone, got: Load) -> None:
    status = phone.got[9:12]
    if phone.page:
        assert status in (b"200", b""), phone.got[:300]  # nothing: the server was killed
        if status:
            got.pages.append(time.monotonic() - phone.due)
    elif status == b"302" and b"kept=" in phone.got:
        got.answered[phone.number] = phone.state
        got.spent.append(time.monotonic() - phone.due)
