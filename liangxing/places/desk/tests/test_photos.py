"""A heap of photos goes to the records of its days and places; what is not clear is asked; the place is not kept."""

import io
import re
from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import ExifTags, Image

from liangxing.activities.models import Activity
from liangxing.evidence import store
from liangxing.evidence.models import Piece
from liangxing.ledger.models import Act
from liangxing.places.desk.photos.taken import taken, without_spot
from liangxing.records.actions import strike, write
from liangxing.register.models import Place
from liangxing.rooms.environment.models import Works

from .conftest import LONG_AGO

CODE = "430103001001"
HEAP, KEEP = (reverse(route, args=[CODE]) for route in ("desk.photos.attach", "desk.keep.attach"))
SQUARE, ROAD = (112.98, 28.11), (112.99, 28.12)


def photo(name, at=None, spot=None, colour=0, media="JPEG"):
    """A photo as a phone takes it; *at*: ``2026:06:05 10:15:00``; *spot*: degrees east and north."""
    exif = Image.Exif()
    if at:
        exif[ExifTags.Base.DateTime] = at
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = at
    if spot:

        def parts(degrees):
            return (int(degrees), int(degrees % 1 * 60), round(degrees * 60 % 1 * 60, 3))

        exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: parts(spot[1]), 3: "E", 4: parts(spot[0])})
    kept = io.BytesIO()
    Image.new("RGB", (320, 200), (colour % 256, 120, 90)).save(kept, media, exif=exif)
    return SimpleUploadedFile(name, kept.getvalue(), f"image/{media.lower()}")


@pytest.fixture
def day(who, come_in):
    """The fifth of June: two things at two places; the sixth: works on a road and nothing else."""
    come_in("worker")
    square, road = (
        write(Place(code=code, name=name, sort="square", day=LONG_AGO,
                    geometry=f'{{"type": "Point", "coordinates": [{spot[0]}, {spot[1]}]}}'), **who)
        for code, name, spot in (("GC", "文化广场", SQUARE), ("YLL", "玉兰路", ROAD))
    )  # fmt: skip
    told = dict(sort="publicity", day=date(2026, 6, 5))
    morning = write(
        Activity(code="A1", title="环境日宣传", place=square, starts_at=time(9), duration_min=120, **told), **who
    )
    evening = write(Activity(code="A2", title="夜校", place=road, starts_at=time(19), duration_min=60, **told), **who)
    works = write(Works(code="G1", name="人行道重铺", sort="pavement", road=road, day=date(2026, 6, 6)), **who)
    return morning, evening, works


def proposed(client, *files):
    """For each photo by its name: to which record it would go, and the form that says so."""
    page = client.post(HEAP, {"photos": files}).content.decode()
    form, found = {key: [] for key in ("digest", "name", "day", "to", "sort")}, {}
    for one in re.findall(r"<li><input.*?</li>", page, re.S):
        told = dict(re.findall(r'name="(digest|name|day)" value="([^"]*)"', one))
        told["to"] = (re.findall(r'<option value="([^"]+)" selected', one) or [""])[0]
        told["sort"] = "photo"
        found[told["name"]] = told["to"].rpartition(":")[2]
        for key, value in told.items():
            form[key].append(value)
    return found, form


def ids(*records):
    return [str(record.pk) for record in records]


def test_photos_are_sorted_by_day_place_and_hour(day, client):
    morning, evening, works = ids(*day)
    found, _form = proposed(
        client,
        photo("a.jpg", "2026:06:06 15:00:00"),
        photo("b.jpg", "2026:06:05 15:00:00", SQUARE),
        photo("c.jpg", "2026:06:05 15:00:00", ROAD, 3),
        photo("d.jpg", "2026:06:05 19:20:00"),
        photo("IMG_20260606_101500.jpg"),
        photo("20260605 夜校.jpg", colour=9),
    )
    assert found.pop("20260605 夜校.jpg") == evening
    assert found == {
        "a.jpg": works,
        "b.jpg": morning,
        "c.jpg": evening,
        "d.jpg": evening,
        "IMG_20260606_101500.jpg": works,
    }


def test_what_is_not_clear_is_asked(day, client):
    found, _form = proposed(
        client,
        photo("noon.jpg", "2026:06:05 14:00:00"),
        photo("far.jpg", "2026:06:05 14:00:00", (113.5, 28.9)),
        photo("other.jpg", "2026:06:20 14:00:00"),
        photo("nothing.jpg"),
        photo("broken.jpg", "0000:00:00 00:00:00"),
    )
    assert found == dict.fromkeys(["noon.jpg", "far.jpg", "other.jpg", "nothing.jpg", "broken.jpg"], "")


def test_sixty_photos_are_attached_in_one_act(day, client):
    morning, _evening, works = day
    files = [photo(f"{n}.jpg", f"2026:06:06 10:{n:02}:00", colour=n) for n in range(60)]
    acts = Act.objects.count()
    _found, form = proposed(client, *files)
    assert Act.objects.count() == acts
    form["to"][0] = f"activities.activity:{morning.pk}"  # moved by hand
    form["to"][1] = ""  # left out
    client.post(KEEP, form)
    assert Act.objects.count() == acts + 1
    assert Piece.objects.filter(proves=works.fact, day=date(2026, 6, 6)).count() == 58
    assert Piece.objects.filter(proves=morning.fact).count() == 1
    client.post(KEEP, form)
    assert Piece.objects.count() == 59


def test_where_it_was_taken_is_not_kept_and_no_pixel_changes(day, client):
    sent = photo("b.jpg", "2026:06:05 15:00:00", SQUARE)
    before = sent.read()
    sent.seek(0)
    assert taken(io.BytesIO(before), "b.jpg").spot == pytest.approx(SQUARE, abs=1e-5)
    _found, form = proposed(client, sent)
    client.post(KEEP, form)
    kept = store.path(Piece.objects.get().sha256).read_bytes()
    assert taken(io.BytesIO(kept), "b.jpg").spot is None
    assert taken(io.BytesIO(kept), "b.jpg").at is not None
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(before)).tobytes()
    assert len(kept) == len(before)


def test_what_is_no_picture_is_refused_and_the_rest_goes_on(day, client):
    heap = [photo("a.jpg", "2026:06:06 15:00:00"), SimpleUploadedFile("b.jpg", b"no picture"),
            SimpleUploadedFile("c.pdf", b"%PDF-1.4"), SimpleUploadedFile("d.svg", b"<svg onload='x()'/>"),
            photo("a again.jpg", "2026:06:06 15:00:00")]  # fmt: skip
    page = client.post(HEAP, {"photos": heap}).content.decode()
    assert page.count('name="digest"') == 1
    assert page.count('class="note no"') == 3
    assert client.post(HEAP, {}).status_code == 422


def test_a_thumbnail_shows_what_is_not_attached_yet(day, client):
    _found, form = proposed(client, photo("a.jpg", "2026:06:06 15:00:00"))
    thumb = client.get(reverse("desk.thumb.attach", args=[CODE, form["digest"][0]]))
    assert b"".join(thumb.streaming_content)[:2] == b"\xff\xd8"
    assert client.get(reverse("desk.thumb.attach", args=[CODE, "0" * 64])).status_code == 404


def test_a_record_struck_meanwhile_takes_no_photo_and_nothing_is_half_done(day, client):
    _found, form = proposed(
        client, photo("a.jpg", "2026:06:06 15:00:00"), photo("b.jpg", "2026:06:05 15:00:00", SQUARE)
    )
    strike(day[2], by="worker", why="x")
    client.post(KEEP, form)
    assert not Piece.objects.exists()


@pytest.mark.parametrize(
    "to",
    ["register.place:1", "nothing:1", "activities.activity:x", "casework.case:00000000-0000-0000-0000-000000000000"],
)
def test_a_forged_form_attaches_nothing(to, day, client):
    _found, form = proposed(client, photo("a.jpg", "2026:06:06 15:00:00"))
    client.post(KEEP, {**form, "to": [to]})
    assert not Piece.objects.exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8Exif\0\0II*\0\xff\xff\xff\xff", b"\xff\xd8Exif\0\0MM", b"GIF89a"]
)
def test_a_damaged_file_is_left_as_it_is(content):
    assert without_spot(content) == content
