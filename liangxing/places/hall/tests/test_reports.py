"""What is reported in the hall: from the phone to the household that says it is settled."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate
from PIL import Image

from liangxing.evidence import store
from liangxing.evidence.models import Piece
from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.places.hall.pages.due import address_of
from liangxing.records.actions import end, write
from liangxing.register.models import Place
from liangxing.rooms.environment.actions.drawing import draw_neighbours
from liangxing.rooms.environment.models import Problem, ProblemStep
from liangxing.rooms.environment.queries.problems import supporters
from tests.town import shape

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


def photo(spot=None, size=(3000, 2000)):
    """A photo as a phone takes it, with the place in its EXIF when *spot* (degrees east and north) is given."""
    picture, kept = Image.new("RGB", size, "sienna"), BytesIO()
    exif = picture.getexif()
    exif[0x0110] = "phone of somebody"
    if spot:

        def parts(value):
            return (int(value), int(value * 60 % 60), round(value * 3600 % 60, 4))

        exif.get_ifd(0x8825).update({1: "N", 2: parts(spot[1]), 3: "E", 4: parts(spot[0])})
    picture.save(kept, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG.jpg", kept.getvalue(), content_type="image/jpeg")


def report(client, **more):
    return client.post(
        to("hall.problem.report"), {"sort": "light", "where": "home", "text": "灯不亮", **more}, follow=True
    )


def test_a_report_goes_from_the_phone_to_the_household_that_confirms_it(lives, as_ours, come_in, client, jinhui):
    report(as_ours, photo=photo())
    told = Problem.objects.known().get(text="灯不亮")
    assert (told.household, told.building, told.source) == (lives.ours, lives.houses[0], "hall")
    ever = Period.until(localdate())
    keys = ["environment.problems_reported", "environment.problems_open", "environment.problems_settled"]
    assert list(figures(keys, jinhui, ever).values()) == [3, 3, None]
    judge = to("hall.settled.report", told.fact)
    as_ours.post(judge, {"settled": "1"})
    assert not ProblemStep.objects.exists(), "nobody has put it right yet"
    user = as_ours.session["_auth_user_id"]
    come_in("worker")
    answer = to("hall.problem.answer", told.fact)
    for state in ("received", "fixed", "confirmed"):
        client.post(answer, {"state": state, "text": "换了灯泡"})
    assert [s.state for s in ProblemStep.objects.order_by("recorded_at")] == ["received", "fixed"]
    assert ProblemStep.objects.first().post.role == "worker"
    client.force_login(type(told.act)._meta.apps.get_model("auth.User").objects.get(pk=user))
    assert "换了灯泡" in client.get(to("hall.problem.read", told.fact)).content.decode()
    client.post(judge, {"settled": "0"})
    assert list(figures(keys, jinhui, ever).values()) == [3, 3, None]
    client.post(judge, {"settled": "1"})
    assert list(figures(keys, jinhui, ever).values()) == [3, 3, None], (
        "it was opened again, and nobody put it right since"
    )
    write(ProblemStep(problem_id=told.fact, state="fixed", day=localdate()), community=jinhui, by="worker")
    client.post(judge, {"settled": "1"})
    assert list(figures(keys, jinhui, ever).values()) == [3, 2, 1]
    client.post(judge, {"settled": "0"})
    assert list(figures(keys, jinhui, ever).values()) == [3, 3, None]


def test_whoever_put_it_right_does_not_confirm_it(lives, as_ours, who, jinhui):
    from liangxing.register.models import Post

    mine = Post.objects.get(account="ours")
    write(ProblemStep(problem=lives.public, state="fixed", post=mine, day=localdate()), **who)
    as_ours.post(to("hall.settled.report", lives.public.fact), {"settled": "1"})
    assert not ProblemStep.objects.filter(state="confirmed").exists()
    write(ProblemStep(problem=lives.public, state="fixed", day=localdate()), community=jinhui, by="ours")
    as_ours.post(to("hall.settled.report", lives.public.fact), {"settled": "1"})
    assert not ProblemStep.objects.filter(state="confirmed").exists()


def test_a_neighbour_confirms_only_when_drawn_may_always_open_again_and_sees_nothing_private(lives, as_ours, who):
    for problem in (lives.public, lives.secret):
        write(ProblemStep(problem=problem, state="fixed", day=localdate()), **who)
    judge = to("hall.settled.report", lives.public.fact)
    as_ours.post(judge, {"settled": "1"})
    assert not ProblemStep.objects.filter(state="confirmed").exists(), "nobody was drawn"
    draw_neighbours(lives.public, day=localdate(), by="worker")
    as_ours.post(judge, {"settled": "1"})
    assert as_ours.post(to("hall.settled.report", lives.secret.fact), {"settled": "1"}).status_code == 404
    (said,) = ProblemStep.objects.filter(state="confirmed")
    assert (said.problem, said.voice) == (lives.public, "drawn")
    as_ours.post(judge, {"settled": "0", "text": "又不亮了"})
    assert ProblemStep.objects.get(state="reopened").text == "又不亮了"


def test_a_settled_report_is_answered_no_more(lives, come_in, client, who):
    for state in ("fixed", "confirmed"):
        write(ProblemStep(problem=lives.public, state=state, day=localdate()), **who)
    come_in("worker")
    body = client.post(
        to("hall.problem.answer", lives.public.fact), {"state": "assigned"}, follow=True
    ).content.decode()
    assert "已经由居民确认办好" in body
    assert ProblemStep.objects.count() == 2


def test_a_photo_is_kept_without_what_the_phone_wrote_into_it(lives, as_ours):
    spot = (112.9825, 28.1112)  # beside the first building
    report(as_ours, photo=photo(spot), where="home")
    (piece,) = Piece.objects.all()
    with Image.open(store.path(piece.sha256)) as kept:
        assert dict(kept.getexif()) == {}
        assert max(kept.size) == 2048
    assert Problem.objects.known().get(text="灯不亮").geometry == "", "the place is read only when it is asked for"


def test_the_place_of_the_photo_is_taken_when_asked_for(lives, as_ours):
    report(as_ours, photo=photo((112.9825, 28.1112)), where="photo")
    told = Problem.objects.known().get(text="灯不亮")
    assert json.loads(told.geometry)["coordinates"] == pytest.approx([112.9825, 28.1112], abs=1e-4)
    assert told.building == lives.houses[0]
    body = report(as_ours, photo=photo(), where="photo", text="又一件").content.decode()
    assert "照片里没有拍摄地点" in body
    assert Problem.objects.known().get(text="又一件").building == lives.houses[0]


def test_a_photo_that_cannot_be_read_loses_no_words(lives, as_ours):
    body = report(as_ours, photo=SimpleUploadedFile("x.heic", b"no picture")).content.decode()
    assert "照片读不出来" in body
    assert Problem.objects.known().filter(text="灯不亮").exists()
    assert not Piece.objects.exists()


@pytest.mark.parametrize(("form", "words"), [
    ({"sort": "other", "text": ""}, "写几个字"),
    ({"where": "building"}, "请选楼栋"),
    ({"where": "place", "place": ""}, "请选地点"),
    ({"where": "spot", "spot": "here"}, "没有取到您的位置"),
    ({"where": "spot", "spot": "999,999"}, "没有取到您的位置"),
    ({"where": "photo"}, "没有照片"),
])  # fmt: skip
def test_a_report_that_says_too_little_is_asked_for_the_rest(form, words, lives, as_ours):
    answer = report(as_ours, **form)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Problem.objects.filter(household=lives.ours.fact).exists()


def test_of_a_hundred_photos_the_first_few_are_kept_and_no_word_is_lost(lives, as_ours):
    body = report(as_ours, photo=[photo(size=(60, 40)) for _ in range(100)], text="一百张").content.decode()
    assert "100" in body
    told = Problem.objects.known().get(text="一百张")
    assert Piece.objects.known().filter(proves=told.fact).exists()


def test_a_point_outside_the_community_is_refused_kindly_and_the_words_stay(lives, as_ours, who):
    write(Place(code="BJ", name="边界", sort="boundary", day=localdate(),
                geometry=shape("Polygon", (-9, -9), (9, -9), (9, 9), (-9, 9))), **who)  # fmt: skip
    answer = as_ours.post(
        to("hall.problem.report"), {"sort": "light", "where": "spot", "spot": "113.5,28.11", "text": "远"}
    )
    assert answer.status_code == 422
    assert 'value="远"' in answer.content.decode()
    assert report(as_ours, where="spot", spot="112.98,28.11", text="近").status_code == 200


def test_what_may_be_the_same_is_shown_before_it_is_sent_and_joined_without_a_name(lives, as_ours):
    told = {"sort": "light", "where": "building", "building": lives.houses[1].fact, "text": "路灯不亮"}
    assert "路灯不亮" in as_ours.get(to("hall.same.report"), told).content.decode()
    assert as_ours.post(to("hall.problem.report"), told).status_code == 409
    assert not Problem.objects.filter(household=lives.ours.fact).exists()
    page = as_ours.post(to("hall.joined.report", lives.public.fact), follow=True).content.decode()
    assert supporters([lives.public])[lives.public.fact] == 1
    assert lives.ours.code not in page.split("<main")[1]
    assert as_ours.post(to("hall.problem.report"), {**told, "sure": "1"}).status_code == 302


def test_a_photo_is_hidden_from_others_until_a_worker_has_shown_it(lives, as_ours, come_in, client):
    report(as_ours, photo=photo())
    told = Problem.objects.known().get(text="灯不亮")
    piece = Piece.objects.known().get(proves=told.fact)
    picture = to("hall.photo.read", told.fact, piece.fact)
    assert as_ours.get(picture).status_code == 200
    client.logout()
    assert client.get(picture).status_code == 404
    come_in("worker")
    client.post(to("hall.look.answer", told.fact), {"piece": str(piece.fact), "shown": "1"})
    client.logout()
    assert client.get(picture).status_code == 200
    assert client.get(to("hall.problemmap.read")).status_code == 200


def test_due_days_are_a_calendar_behind_a_signed_address(lives, come_in, client, who):
    from liangxing.register.models import Post

    come_in("worker")
    post = Post.objects.known().get(role="worker")
    client.post(to("hall.charge.answer", lives.public.fact), {"post": str(post.fact)})
    address = address_of(post.community, post.fact).partition("8000")[2]
    client.logout()
    told = client.get(address).content.decode()
    assert told.count("BEGIN:VEVENT") == 1
    assert lives.public.text not in told
    assert client.get(address.replace(".ics", "x.ics")).status_code == 404
    end(post, until=localdate(), by="worker")
    assert client.get(address).status_code == 404
