"""Whatever is sent as a photo: kept and shown, or refused in words, and nothing is left half."""

import io
import struct
import zlib
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from liangxing.evidence import store, thumbs
from liangxing.evidence.models import Piece
from liangxing.evidence.pictures import is_whole
from tests import town

CODE = "430103001001"
GPS, NORTH, EAST, ORIENTATION = 0x8825, 2, 4, 0x0112
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def jpeg(**more):
    """A photo of 640 by 427, standing on its side, with where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS).update({1: "N", NORTH: (28.0, 6.0, 36.0), 3: "E", EAST: (112.0, 58.0, 48.0)})
    kept = io.BytesIO()
    Image.new("RGB", (640, 427), "seagreen").save(
        kept, "JPEG", exif=exif, comment=b"28.11,112.98", xmp=b"<x:xmpmeta>28.11</x:xmpmeta>", **more
    )
    return kept.getvalue()


def heic():
    kept = io.BytesIO()
    Image.new("RGB", (640, 427), "navy").save(kept, "HEIF")
    return kept.getvalue()


def bomb():
    """A PNG of a few kilobytes that claims a thousand million pixels."""

    def part(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", 40000, 40000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0" * 99999)) + part(b"IEND", b"")


@pytest.fixture
def send(jinhui, come_in, client):
    """Attach a file to a record; what is said of it, and the piece if it was kept."""
    come_in("worker")
    record = town.found(jinhui).activity
    address = reverse("evidence.piece.attach", args=[CODE, "activities.activity", record.pk])

    def attach(name, content):
        file = SimpleUploadedFile(name, content)
        page = client.post(address, {"file": file, "sort": "photo", "once": uuid4().hex}, follow=True)
        return page.content.decode(), Piece.objects.filter(name=name).first()

    return attach


@pytest.mark.parametrize(("name", "content", "words"), [
    ("a.svg", SVG, "可能带有程序"),
    ("a.jpg", SVG, "不是完整的图片"),
    ("a.png", bomb(), "不是完整的图片"),
    ("a.jpg", jpeg()[:-400], "不是完整的图片"),
    ("a.heic", heic()[:300], "不是完整的图片"),
    ("a.heic", b"", "空"),
    ("a.exe", b"MZ", "不是图片也不是文稿"),
    ("a.gif", b"GIF89a" + b"\0" * 20, "不是完整的图片"),
])  # fmt: skip
def test_what_is_no_picture_is_refused_in_words_and_leaves_nothing(name, content, words, send, data_folder):
    before = sorted((data_folder / "evidence").rglob("*"))
    told, piece = send(name, content)
    assert words in told
    assert piece is None
    assert sorted((data_folder / "evidence").rglob("*")) == before


def test_a_photo_over_the_limit_is_refused_in_words(send, settings):
    settings.MAX_UPLOAD_MB = 1
    told, piece = send("big.jpg", jpeg() + b"\0" * (1 << 20))
    assert "大于 1 MB" in told
    assert piece is None


def test_heic_is_kept_as_it_came_and_shown_as_jpeg(send, client):
    content = heic()
    _told, piece = send("IMG_0001.HEIC", content)
    assert store.path(piece.sha256).read_bytes() == content
    shown = client.get(reverse("evidence.thumb.read", args=[CODE, piece.pk, "large"]))
    assert Image.open(io.BytesIO(b"".join(shown.streaming_content))).format == "JPEG"
    whole = client.get(reverse("evidence.piece.read", args=[CODE, piece.pk]))
    assert "attachment" in whole["Content-Disposition"]
    assert b"".join(whole.streaming_content) == content


def test_where_a_photo_was_taken_stays_with_those_who_work_with_it(send, client):
    _told, piece = send("a.jpg", jpeg())
    original, small = (reverse(f"evidence.{page}.read", args=[CODE, piece.pk, *more])
                       for page, more in (("piece", []), ("thumb", ["small"])))  # fmt: skip
    assert b"".join(client.get(original).streaming_content) == jpeg()
    client.logout()
    for address in (original, small):
        content = b"".join(client.get(address).streaming_content)
        with Image.open(io.BytesIO(content)) as seen:
            assert seen.width < seen.height, "it stands upright"
            assert not seen.getexif()
        assert b"28.11" not in content


def test_a_thumbnail_that_two_ask_for_at_once_is_made_by_either(send, data_folder):
    from concurrent.futures import ThreadPoolExecutor

    _told, piece = send("a.jpg", jpeg())
    with ThreadPoolExecutor(4) as many:
        made = list(many.map(lambda _n: thumbs.thumb(piece.sha256, "large"), range(8)))
    assert len(set(made)) == 1
    assert is_whole(made[0])
    assert [file for file in (data_folder / "thumbs").rglob("*") if file.suffix == ".half"] == []
