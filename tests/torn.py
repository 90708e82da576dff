"""A network that is lost in the middle of a photo: printed is what was kept of it, and what of the photo sent again."""

import os
import socket
from pathlib import Path
from threading import Thread

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "liangxing.site.settings"
django.setup()

from datetime import date  # noqa: E402

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.test import Client  # noqa: E402
from waitress import create_server  # noqa: E402

from liangxing.activities.models import Activity  # noqa: E402
from liangxing.evidence.models import Piece  # noqa: E402
from liangxing.ledger.models import Community  # noqa: E402
from liangxing.records.actions import write  # noqa: E402
from liangxing.records.models import Sending  # noqa: E402
from liangxing.register.models import Post  # noqa: E402
from liangxing.site.database import bring_up  # noqa: E402
from liangxing.site.wsgi import application  # noqa: E402
from tests.town import picture  # noqa: E402


def request(path: str, port: int) -> bytes:
    """The whole of a request that attaches a photo, as a browser that is signed in sends it."""
    browser = Client()
    browser.force_login(User.objects.get())
    browser.get("/outbox-token/")
    token = browser.cookies["csrftoken"].value
    fields = {"csrfmiddlewaretoken": token, "sort": "photo", "once": "t" * 32}
    body = b"".join(
        f'--cut\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    )
    head = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    body += head + picture().read() + b"\r\n--cut--\r\n"
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in browser.cookies.items())
    told = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\nConnection: close\r\n"
    told += f"Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: {len(body)}\r\n\r\n"
    return told.encode() + body


def send(content: bytes, port: int, *, whole: bool) -> bytes:
    """Send *content*; if not *whole*, break off before its last hundred bytes. The first line of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(content if whole else content[:-100])
        if not whole:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # as when a phone goes dead
            return b""
        return line.recv(64).partition(b"\r\n")[0]


if __name__ == "__main__":
    bring_up()
    who = {"community": Community.objects.create(code="1", name="Jinhui"), "by": "worker"}
    User.objects.create_user("worker")
    write(Post(code="w", role="worker", account="worker", day=date(2026, 1, 1)), **who)
    record = write(Activity(code="A", title="t", sort="lesson", day=date(2026, 5, 1)), **who)
    server = create_server(application, host="127.0.0.1", port=0)
    Thread(target=server.run, daemon=True).start()
    port = server.effective_port
    photo = request(f"/1/evidence/attach/activities.activity/{record.pk}/", port)
    for whole in (False, True, True):
        answer = send(photo, port, whole=whole)
        files = [file for file in (Path(settings.LIANGXING_DATA) / "evidence").rglob("*") if file.is_file()]
        print(Piece.objects.count(), Sending.objects.count(), len(files), answer.decode()[9:12] or "-")
