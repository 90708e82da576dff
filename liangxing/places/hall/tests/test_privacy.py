"""Nothing of another household is ever seen, whichever page is tried."""

import io
import re

import pytest
from django.urls import get_resolver, reverse
from django.utils.timezone import localdate
from PIL import Image

from liangxing.evidence.actions import attach
from liangxing.places.hall import codes
from liangxing.records.actions import write
from liangxing.records.kinds import kinds
from liangxing.register.models import Post
from liangxing.rooms.safety.models import DrillPlan

CODE = "430103001001"
OF_OTHERS = ("秘而不宣", "13800000000", "隔壁的隐情", "地下车库里", "7.5")


@pytest.fixture
def lives(lives, who):
    """The same, and a drill that is planned."""
    planned = DrillPlan(code="YL-0", title="雷雨疏散", scenario="flood", emergency=lives.storm, day=localdate())
    lives.drill = write(planned, **who)
    return lives


def words(answer):
    """What the page says, without the tokens of its forms: their letters and digits are drawn by lot."""
    return re.sub(r'<input type="hidden"[^>]*>', "", answer.content.decode())


def signed(what, record):
    """The code that a printed page or a calendar's address holds for *record*."""
    purpose = {"emergency": "check-in", "plan": "drill", "post": "due"}[what]
    return codes.signature(purpose, record.fact)


def pieces(problem):
    """A photo that came with the report."""
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(kept, "JPEG")
    return attach(problem, io.BytesIO(kept.getvalue()), name="p.jpg", sort="photo", by="theirs").fact


def addresses(lives):
    """Every page of the hall, each with everything that it could be asked for."""
    facts = {
        "activity": [lives.held], "problem": [lives.secret, lives.public], "question": [lives.asked, lives.building_only],
        "notice": [lives.notice, lives.elsewhere], "building": lives.houses, "emergency": [lives.storm],
        "plan": [lives.drill], "post": Post.objects.filter(community=lives.secret.community),
    }  # fmt: skip
    for name, (possible, *_more) in get_resolver().reverse_dict.lists():
        if not str(name).startswith("hall."):
            continue
        wanted = [word for word in possible[0][0][1] if word != "community"]
        (first, *_rest) = wanted or [None]
        for record in facts.get(first, [None]):
            args = [record.fact] if record else []
            if wanted[1:] == ["building"]:
                args.append(lives.houses[1].fact)
            if wanted[1:] == ["piece"]:
                args.append(pieces(record))
            if "code" in wanted:
                args.append(codes.card_code(lives.card) if record is None else signed(first, record))
            assert len(args) == len(wanted), name
            yield name, reverse(name, args=[CODE, *args])
    yield (
        "poster",
        reverse("hall.activity.signin", args=[CODE, lives.held.fact])
        + "?t="
        + codes.signature("sign-in", lives.held.fact),
    )


@pytest.mark.parametrize("signed_in", [True, False])
def test_nothing_of_another_household_is_ever_seen(signed_in, lives, client, django_user_model):
    if signed_in:
        client.force_login(django_user_model.objects.create_user("ours"))
    seen = 0
    for name, address in addresses(lives):
        answer = client.get(address)
        assert answer.status_code in (200, 302, 404, 405), (name, answer.status_code)
        body = words(answer) if not answer.streaming else ""
        seen += answer.status_code == 200
        assert [word for word in OF_OTHERS if word in body] == [], (name, address)
        if not signed_in:
            assert "家人1" not in body, name
    assert seen > (14 if signed_in else 7)


def test_the_common_pages_of_the_new_kinds_tell_a_resident_only_of_their_own(lives, as_ours):
    for key in ("environment.problem", "environment.problemstep", "safety.checkin", "register.card"):
        body = words(as_ours.get(reverse(f"{key}.list", args=[CODE])))
        assert [word for word in (*OF_OTHERS, "JQ-2-101") if word in body] == [], key
    assert as_ours.get(reverse("environment.problem.page", args=[CODE, lives.public.pk])).status_code == 404
    assert "elections.vote" not in kinds()


def test_what_staff_do_is_closed_to_residents(lives, as_ours):
    for name, address in addresses(lives):
        if name.rpartition(".")[2] in ("answer", "count", "cards", "print"):
            assert as_ours.get(address).status_code == 404, name
            assert as_ours.post(address, {"lost": lives.card.fact}).status_code == 404, name
