"""A server with a small community, and a browser; both for a whole module."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from liangxing.reports.packs.tests.conftest import packed  # noqa: F401 - one small pack for the tests of both folders

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60  # a cold start on a busy machine


def _free() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture(scope="module")
def served(site):
    """The data folder of the community that is served."""
    return site.data


class Site(str):
    """The address of a community; ``data``: its folder."""

    data: Path


@pytest.fixture(scope="module")
def site(tmp_path_factory, request):
    """The address of a community that is served while the module's tests run: the one that it names as ``WORLD``."""
    port, data = _free(), tmp_path_factory.mktemp("served")
    env = {**os.environ, "LIANGXING_DATA": str(data), "LIANGXING_DEMO": "1"}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    root = Site(f"http://127.0.0.1:{port}")
    root.data = data
    with subprocess.Popen(
        [sys.executable, "-m", "tests.browser.serve", str(port), getattr(request.module, "WORLD", "town")],
        cwd=ROOT,
        env=env,
    ) as server:
        try:
            _wait(f"{root}/sign-in/", server)
            yield root
        finally:
            server.terminate()


def _wait(address, server):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        assert server.poll() is None, "the server ended"
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not answer")


@pytest.fixture(scope="module")
def chromium():
    """Debian's chromium, driven by playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def look(chromium, site):
    """Open a page as wide as said, in a light or dark room, with or without script; the cookies are the page's own."""
    opened = []

    def page(width=1280, *, script=True, **cookies):
        room = chromium.new_context(
            viewport={"width": width, "height": 900}, locale="zh-CN", java_script_enabled=script, base_url=site
        )
        room.add_cookies([{"name": key, "value": value, "url": site} for key, value in cookies.items()])
        opened.append(room)
        return room.new_page()

    yield page
    for room in opened:
        room.close()
