"""Pictures of pages on a desk and on a phone: ``python -m tests.browser.screens [FOLDER]``.

Without a folder, those that chapters of the handbook show, each beside its chapter; with one, every page of the site
map. The community is the one in ``LIANGXING_DATA``, as ``make demo SERVE=0`` leaves it.
"""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

WIDTHS = {1280: (960, 1500), 390: (390, 1700)}  # of the window -> how wide and how high the kept picture is at most
AS = ("secretary", "resident")  # who see between them every page that somebody may see
QUALITY = 45  # of WebP: letters can be read, and a picture stays near 20 kB
RUN = "from liangxing.site.cli import run; run()"


def main(folder: Path | None) -> None:
    """Serve the data folder, sign in, and keep a picture of each shape of page at both widths, where it is wanted."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "liangxing.site.settings"
    import django

    django.setup()
    from django.conf import settings
    from playwright.sync_api import sync_playwright

    from demo.accounts import PASSWORD
    from tests.browser.sitemap import shapes

    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    missing = set(wanted := shown_in_chapters()) if folder is None else set()
    env = {**os.environ, "LIANGXING_DEMO": "1"}
    with (
        subprocess.Popen([sys.executable, "-c", RUN, "serve", "--port", str(port)], env=env) as server,
        sync_playwright() as play,
    ):
        root = f"http://127.0.0.1:{port}"
        wait(f"{root}/sign-in/")
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        shown: set[str] = set()
        for account in AS:
            rooms = [enter(browser, root, width, account, PASSWORD) for width in WIDTHS]
            first = shapes(rooms[0], settings.LIANGXING_DATA)[0]
            for shape, address in first.items():
                for page in rooms if shape not in shown else ():
                    name = f"{name_of(shape)}.{page.viewport_size['width']}.webp"
                    missing.discard(name)
                    if folders := [folder] if folder else wanted.get(name, ()):
                        keep(page, address, [there / name for there in folders])
            shown |= first.keys()
        browser.close()
        server.terminate()
    if missing:
        sys.exit(f"No page has the name of these pictures: {', '.join(sorted(missing))}")


def shown_in_chapters() -> dict[str, list[Path]]:
    """The pictures that chapters show, by file name, with the folders in which they lie."""
    from liangxing.places.handbook.chapters import chapters

    found: dict[str, list[Path]] = {}
    for chapter in chapters().values():
        for name in chapter.pictures:
            found[name] = [*{*found.get(name, ()), chapter.folder}]
    return found


def wait(address: str) -> None:
    """Until the server answers."""
    while True:
        try:
            urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.3)
        else:
            return


def name_of(shape: str) -> str:
    """A file name for the shape of a page: its address without the community and without ids."""
    parts = [part for part in shape.replace("?", "/").split("/") if part and not part[0].isdigit()]
    return "-".join(parts).replace("=", "-") or "board"


def enter(browser, root: str, width: int, account: str, password: str):
    """A window of *width* in which *account* is signed in."""
    room = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN", base_url=root)
    page = room.new_page()
    page.set_default_timeout(120_000)
    page.goto("/sign-in/")
    page.locator("#id_username").fill(account)
    page.locator("#id_password").fill(password)
    page.locator("main form button").first.click()
    return page


def keep(page, address: str, files: list[Path]) -> None:
    """Keep the upper part of the page at *address*, small, with its pictures."""
    from PIL import Image

    page.goto(address)
    page.evaluate("document.querySelectorAll('img').forEach((one) => one.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    width = page.viewport_size["width"]
    wide, high = WIDTHS[width]
    image = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    image = image.resize((wide, image.height * wide // image.width))
    image = image.crop((0, 0, wide, min(high, image.height)))
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        image.save(file, "WEBP", quality=QUALITY, method=6)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
