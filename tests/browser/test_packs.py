"""A pack checked in the browser: the same verdicts as the separate program, and nothing of it leaves the page."""

import io
import json
import shutil
import zipfile
from urllib.request import Request, urlopen

import pytest
from liangxing_verify.verify import verify

from liangxing.reports.packs.tests.forging import changed, signed, unpacked, zipped
from liangxing.reports.packs.tests.test_forged import FORGERIES, LIES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
PAGE = "/430103001001/verify/"
CONTEXTS = "const { verify } = await import('/static/packs/verify.js'); const { sha256, hex } = await import('/static/packs/sha256.js');"


def python_says(path):
    result = verify(path)
    claims = [
        {"anchor": c.anchor, "verdict": c.verdict, "reason": c.why.key, "recomputed": c.recomputed}
        for c in result.claims
    ]
    return {"valid": result.valid, "reason": result.fault.key, "claims": claims}


def browser_says(page, path):
    page.locator("#pack").set_input_files(path)
    page.evaluate("delete document.querySelector('#pack-result').dataset.result")
    page.get_by_role("button", name="开始核验").click()
    page.wait_for_selector("#pack-result[data-result]")
    return json.loads(page.locator("#pack-result").get_attribute("data-result"))


@pytest.fixture
def open_page(look):
    page = look()
    page.goto(PAGE)
    page.locator("#pack-check fieldset:enabled").wait_for()
    return page


def same(told):
    """Values as numbers: 1.50 and 1.5 are one."""
    from decimal import Decimal

    claims = [{**c, "recomputed": c["recomputed"] and Decimal(c["recomputed"]).normalize()} for c in told["claims"]]
    return {**told, "claims": claims}


def test_good_and_forged_packs_get_the_same_verdicts_in_the_page_and_nothing_is_sent(open_page, packed, tmp_path):
    path, key = packed
    files, asked = unpacked(path), []
    open_page.on("request", lambda request: asked.append(request.url))
    good = browser_says(open_page, path)
    assert good["valid"]
    assert open_page.locator(".nav [aria-current]").inner_text() == "汇报"
    assert same(good) == same(python_says(path))
    assert open_page.locator("#pack-result tbody tr").count() == len(good["claims"])
    forged = tmp_path / "forged.zip"
    for what, (change, by, named) in FORGERIES.items():
        told = change(files, key)
        zipped(forged, signed(told, key) if by else told)
        assert (browser_says(open_page, forged)["reason"], what) == (named, what)
    for what, (change, _verdict, _why) in LIES.items():
        zipped(forged, signed(changed(files, "claims.json", change), key))
        assert (same(browser_says(open_page, forged)), what) == (same(python_says(forged)), what)
    assert asked == []


def test_changed_bytes_never_pass_in_the_page(open_page, packed):
    path, _key = packed
    whole = path.read_bytes()
    valid = open_page.evaluate(
        f"""async ([text, places]) => {{ {CONTEXTS}
        const whole = Uint8Array.from(atob(text), c => c.charCodeAt(0)); const found = [];
        for (const [place, fits] of places) {{
            const forged = whole.slice(); forged[place] ^= 1 << (place % 8);
            if (fits) {{ const seal = hex(sha256(forged.subarray(0, -64)));
                        forged.set(new TextEncoder().encode(seal), forged.length - 64); }}
            const told = await verify(forged);
            if (told.valid) found.push([place, fits]);
        }} return found; }}""",
        [__import__("base64").b64encode(whole).decode(), places(len(whole))],
    )
    same_content = [place for place, fits in valid if fits and content_is_kept(whole, place)]
    assert [place for place, _fits in valid if place not in same_content] == []


def places(size):
    import random

    chance = random.Random(11)
    return [[chance.randrange(size - 64), n % 2 == 0] for n in range(60)]


def content_is_kept(whole, place):
    """Whether the flipped bit stands where a zip says nothing of content, such as a date."""
    forged = bytearray(whole)
    forged[place] ^= 1 << (place % 8)
    with zipfile.ZipFile(io.BytesIO(bytes(forged))) as one, zipfile.ZipFile(io.BytesIO(whole)) as other:
        return [(n, one.read(n)) for n in one.namelist()] == [(n, other.read(n)) for n in other.namelist()]


def test_our_hash_is_the_browsers_own_and_shares_are_divided_as_python_does(open_page):
    from decimal import Decimal

    pairs = [(1, 3), (2, 3), (4850, 6161), (1, 7), (7, 8), (10**20 + 1, 3), (0, 5), ("0.5", "1.25"), (99999, 100000)]
    told = open_page.evaluate(
        f"""async (pairs) => {{ {CONTEXTS}
        const {{ decimal, divided, said }} = await import('/static/packs/decimal.js');
        let wrong = 0;
        for (let n = 0; n < 300; n++) {{
            const data = crypto.getRandomValues(new Uint8Array(n));
            wrong += hex(sha256(data)) !== hex(new Uint8Array(await crypto.subtle.digest('SHA-256', data)));
        }}
        return [wrong, pairs.map(([a, b]) => said(divided(decimal(String(a)), decimal(String(b)))))]; }}""",
        [[str(a), str(b)] for a, b in pairs],
    )
    assert told[0] == 0
    assert [Decimal(text) for text in told[1]] == [Decimal(a) / Decimal(b) for a, b in pairs]


def test_without_signatures_in_the_browser_nothing_is_called_valid(look, packed):
    path, _key = packed
    page = look(390)
    page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    page.goto(PAGE)
    page.locator("#pack-check fieldset:enabled").wait_for()
    told = browser_says(page, path)
    assert {(c["verdict"], c["reason"]) for c in told["claims"]} == {("unproven", "cannot-check-signature")}
    assert page.get_by_text("这个浏览器不能核对签名，所以").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_words_of_the_page_are_those_of_the_separate_program(site):
    from pathlib import Path

    import liangxing_verify

    ours = Path(liangxing_verify.__file__).with_name("words.json").read_bytes()
    with urlopen(Request(f"{site}/static/packs/words.json")) as answer:
        assert answer.read() == ours


def test_no_barrier_on_the_page(open_page, packed):
    from tests.browser.test_access import faults

    browser_says(open_page, packed[0])
    assert faults(open_page) == []
