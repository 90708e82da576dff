"""Who sees a piece of evidence."""

import pytest
from django.urls import reverse

from liangxing.activities.models import Activity
from liangxing.evidence.actions import attach
from liangxing.records.actions import write
from tests.town import picture


@pytest.mark.parametrize(("sort", "public"), [
    ("photo", 200), ("certificate", 200), ("roster", 404), ("minutes", 404), ("document", 404),
])  # fmt: skip
def test_a_photographed_sheet_of_names_is_no_picture_for_everybody(sort, public, who, client, come_in, jinhui):
    lesson = write(Activity(code="A1", title="课堂", sort="lesson", day="2026-05-03"), **who)
    piece = attach(lesson, picture(), name=f"{sort}.jpg", sort=sort, by="worker")
    address = reverse("evidence.piece.read", args=[jinhui.code, piece.pk])
    assert client.get(address).status_code == public
    record = client.get(reverse("activities.activity.page", args=[jinhui.code, lesson.pk]))
    assert (f"/{piece.pk}/" in record.content.decode()) == (public == 200)
    come_in("worker")
    assert client.get(address).status_code == 200
