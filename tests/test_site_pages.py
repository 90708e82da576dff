"""Every page of the site map answers, in both languages, to the public and to staff, and hides what it must."""

import json
import re
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from liangxing.evidence.models import Piece
from liangxing.kernel.merkle import included
from liangxing.measures.measure import MEASURES
from liangxing.records.kinds import kinds
from liangxing.register.roles import ROLES, Sight, guard
from liangxing.rooms.environment.models import SortedBin
from tests import town

CODE = "430103001001"
HAN = re.compile(r"[\u3400-\u9fff]+")
# Words of our own in Latin letters that a Chinese page may show; the rest of its Latin is data, keys or hashes.
LATIN = {"xlsx", "csv", "JSON", "GeoJSON", "RFC", "worker", "YLL"}  # the last is the code of a road


@pytest.fixture
def jinhui_lives(jinhui):
    """The community with a little of everything in it."""
    return town.found(jinhui)


def to(route, *args):
    return reverse(route, args=[CODE, *args])


def text(answer):
    """What people read on a page: without script, style, and what only addresses and hashes are made of."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", answer.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body.partition("<body>")[2])))


def pages(lives):
    """The site map of the face: an address for each of its pages."""
    record = to("activities.activity.page", lives.activity.pk)
    return [
        to("board.read"), to("figures.read"), to("rooms.read"), to("figure.read", "environment.sorted_bins"),
        to("figure.read", "activities.attended") + "?first=2020-01-01", to("figure.read", "register.household_size"),
        to("figure.read", "casework.cases"), to("activities.activity.list"), to("activities.activity.list") + "?struck=1",
        record, to("environment.works.page", lives.works.pk), "/sign-in/", to("board.map.read"),
        to("board.year.read", lives.works.day.year), to("board.works.read"), to("board.coming.read"),
        to("search.read"), to("search.read") + "?q=玉兰", to("search.read") + "?q=zz",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("role", ["public", "worker"])
def test_every_page_answers_in_both_languages(role, language, jinhui_lives, come_in, client):
    if role != "public":
        come_in(role)
    client.cookies["django_language"] = language
    more = [to("activities.activity.write"), to("activities.activity.correct", jinhui_lives.activity.pk)]
    for address in [*pages(jinhui_lives), *(more if role == "worker" else [])]:
        answer = client.get(address)
        assert answer.status_code == 200, address
        lang = "zh-Hans" if language == "zh-hans" else "en"
        assert f'<html lang="{lang}"' in answer.content.decode(), address
        assert 'id="main"' in answer.content.decode(), address


def test_every_figure_and_every_list_answers(jinhui_lives, come_in, client):
    come_in("secretary")
    for key in MEASURES:
        assert client.get(to("figure.read", key)).status_code == 200, key
    for kind in kinds().values():
        for page in ("list", "write"):
            assert client.get(to(kind.route(page))).status_code == 200, (kind.key, page)


def test_no_english_of_ours_stands_in_a_chinese_page(jinhui_lives, come_in, client):
    come_in("worker")
    for address in [*pages(jinhui_lives), to("activities.activity.write")]:
        said = re.sub(r"\S*[._:/]\S*|[0-9a-f]{12,}", " ", text(client.get(address)))  # without keys and hashes
        assert set(re.findall(r"[A-Za-z]{3,}", said)) - LATIN == set(), address


def test_an_english_page_says_in_chinese_only_what_was_recorded_in_chinese(jinhui_lives, client):
    client.cookies["django_language"] = "en"
    recorded = {
        "湖南省",
        "文源街道",
        "新姚北路",
        "中文",
        "旧物换绿植",
        "玉兰路",
        "号灭火器",
        "玉兰",  # what was looked for is marked
        "路",
        "金秋小区",
        "铁栏杆改造",
        "综合防灾示范社区",
        "二季度社区经费收支",
        "记错的活动",
        "证",
        "半",
        "正",
    }
    for address in pages(jinhui_lives):
        found = set(HAN.findall(text(client.get(address))))
        assert {w for w in found if w not in recorded and w[:-1] not in recorded} == set(), address


def test_an_empty_community_says_what_comes_first(jinhui, come_in, client):
    assert "还没有任何记录" in text(client.get(to("board.read")))
    come_in("worker")
    for address in (to("board.read"), to("rooms.read"), to("figures.read"), to("environment.works.list")):
        assert client.get(address).status_code == 200, address
    assert to("register.profile.write") in client.get(to("board.read")).content.decode()
    figure = text(client.get(to("figure.read", "environment.works")))
    assert "未登记" in figure
    assert "不是 0" in figure


def test_unknown_is_never_shown_as_0(jinhui, client):
    body = client.get(to("figure.read", "environment.sorted_bins")).content.decode()
    assert "<b>—</b>" in body


def test_the_public_sees_no_name_and_no_paper(jinhui_lives, client):
    for address in pages(jinhui_lives):
        body = client.get(address).content.decode()
        assert "秘而不宣" not in body, address
        assert "13800000000" not in body, address
        assert "验收单.pdf" not in body, address
    kind = kinds()["register.resident"]
    assert ROLES["public"].sight[guard(kind.model)] is Sight.NONE
    assert client.get(to("register.resident.page", jinhui_lives.resident.pk)).status_code == 302
    told = text(client.get(to("figure.read", "register.residents")))
    assert "由 1 条记录算出" in told


def test_an_assessor_sees_rows_with_dots_for_names(jinhui_lives, come_in, client):
    come_in("assessor")
    body = client.get(to("register.resident.list")).content.decode()
    assert "···" in body
    assert "秘而不宣" not in body
    assert "秘而不宣" not in client.get(to("register.resident.page", jinhui_lives.resident.pk)).content.decode()


def test_a_paper_opens_to_staff_and_a_picture_to_all(jinhui_lives, come_in, client):
    paper = Piece.objects.get(name="验收单.pdf")
    photo = Piece.objects.filter(name="before.jpg")[0]
    assert client.get(to("evidence.piece.read", paper.pk)).status_code == 404
    shown = client.get(to("evidence.thumb.read", photo.pk, "small"))
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(shown.streaming_content)[:2] == b"\xff\xd8"
    come_in("worker")
    opened = client.get(to("evidence.piece.read", paper.pk))
    assert opened.status_code == 200
    assert (opened["Content-Type"], opened["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    opened.close()
    shown.close()


def test_evidence_of_what_is_confidential_opens_to_nobody_else(jinhui_lives, come_in, client):
    from liangxing.evidence.actions import attach

    piece = attach(jinhui_lives.case, town.picture(), name="case.jpg", sort="photo", by="worker")
    assert client.get(to("evidence.thumb.read", piece.pk, "small")).status_code == 404
    come_in("committee")
    assert client.get(to("evidence.thumb.read", piece.pk, "small")).status_code == 404


def test_a_correction_stands_beside_what_it_corrects(jinhui_lives, client):
    figure = client.get(to("figure.read", "activities.attended")).content.decode()
    assert '<small class="was">71</small>' in figure
    assert "65" in text(client.get(to("activities.activity.page", jinhui_lives.activity.pk)))
    earlier = text(client.get(to("activities.activity.page", jinhui_lives.before.pk)))
    assert "这一条不再算数" in earlier


def test_what_was_known_on_an_earlier_day_is_shown_as_it_was(jinhui_lives, client):
    body = text(client.get(to("figure.read", "environment.sorted_bins") + "?known=2020-01-01"))
    assert "未登记" in body


@pytest.mark.parametrize("query", ["day=abc", "period=2012-13", "first=2030-01-01&day=2020-01-01", "day=0001-01-01",
                                   "known=9999-99-99", "page=zz", "by=century", "day=9999-12-31"])  # fmt: skip
def test_a_question_that_cannot_be_read_is_no_fault_of_the_page(query, jinhui_lives, client):
    assert client.get(to("figure.read", "activities.attended") + "?" + query).status_code == 200
    assert client.get(to("figures.read") + "?" + query).status_code == 200


def test_the_proof_that_a_page_hands_out_holds_elsewhere(jinhui_lives, client):
    told = json.loads(client.get(to("figure.proof.read", jinhui_lives.activity.pk)).content)
    seal, path = bytes.fromhex(told["entry"]["seal"]), [bytes.fromhex(step) for step in told["path"]]
    root, place = bytes.fromhex(told["tree"]["root"]), told["entry"]["seq"] - 1
    assert included(seal, place, told["tree"]["size"], path, root)
    assert not included(seal, place + 1, told["tree"]["size"], path, root)
    assert client.get(to("figure.proof.read", jinhui_lives.resident.pk)).status_code == 404


def test_lists_find_words_and_choices(jinhui_lives, client):
    found = text(client.get(to("environment.sortedbin.list") + "?q=F59"))
    assert "找到 1 条" in found
    assert "找到 60 条" in text(client.get(to("environment.sortedbin.list") + "?q=玉兰"))
    assert "没有找到" in text(client.get(to("environment.works.list") + "?q=没有这个"))
    assert "记错的活动" not in text(client.get(to("activities.activity.list")))
    assert "记错的活动" in text(client.get(to("activities.activity.list") + "?struck=1"))


def test_a_masked_name_cannot_be_found_by_searching(jinhui_lives, come_in, client):
    come_in("assessor")
    assert "没有找到" in text(client.get(to("register.resident.list") + "?q=秘而不宣"))


def test_rows_leave_as_tables_only_by_the_hands_of_staff(jinhui_lives, come_in, client):
    address = to("environment.sortedbin.export", "csv")
    assert client.get(address).status_code == 302
    come_in("worker")
    lines = client.get(address).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 61
    assert lines[0].startswith("编号,")
    xlsx = client.get(to("figure.export", "environment.sorted_bins", "xlsx"))
    assert xlsx.content[:2] == b"PK"
    assert client.get(to("environment.sortedbin.export", "exe")).status_code == 404


def test_writing_in_words_attaching_and_striking(jinhui_lives, come_in, client):
    come_in("worker")
    form = {"code": "B1", "title": "大扫除", "day": "2026-01-05", "sort": "大扫除", "topics": "节能、水资源"}
    kept = client.post(to("activities.activity.write"), form)
    assert kept.status_code == 302
    page = kept["Location"]
    assert "大扫除" in text(client.get(page))
    record = page.rstrip("/").rpartition("/")[2]
    attach = to("evidence.piece.attach", "activities.activity", record)

    def send(name, content):
        sent = SimpleUploadedFile(name, content)
        return text(client.post(attach, {"file": sent, "sort": "photo"}, follow=True))

    assert "a.jpg 已附上" in send("a.jpg", town.picture().read())
    assert "没有重复添加" in send("a.jpg", town.picture().read())
    assert "不是完整的图片" in send("b.jpg", b"MZ no picture")
    assert "不是图片也不是文稿" in send("run.exe", b"MZ")
    assert "请写理由" in text(client.post(page, {"why": " "}, follow=True))
    assert "已经划去" in text(client.post(page, {"why": "没有办成"}, follow=True))


def test_a_wrong_form_says_what_to_write_beside_the_field_and_above(jinhui_lives, come_in, client):
    come_in("worker")
    answer = client.post(
        to("activities.activity.write"), {"code": "", "title": "x", "day": "2099-01-01", "sort": "课堂"}
    )
    body = answer.content.decode()
    assert answer.status_code == 422
    assert body.count('aria-invalid="true"') == 2
    assert '<a href="#id_code">' in body
    assert 'id="id_day_error"' in body
    assert "您写的还在" in body


def test_a_head_of_one_building_does_not_write_into_another(jinhui_lives, come_in, client):
    from liangxing.records.actions import write
    from liangxing.register.models import Building

    other = write(Building(code="JQ-2", day=jinhui_lives.home.day), community=jinhui_lives.home.community, by="worker")
    come_in("building_head", building=other)
    form = {"code": "R9", "household": "JQ-1-101", "name": "甲", "day": "2026-01-05"}
    answer = client.post(to("register.resident.write"), form)
    assert answer.status_code == 422


def test_large_text_and_night_work_without_script(client, db):
    answer = client.post("/look/", {"size": "large", "theme": "dark", "next": "/sign-in/"})
    assert answer["Location"] == "/sign-in/"
    body = client.get("/sign-in/").content.decode()
    assert 'data-size="large" data-theme="dark"' in body
    client.post("/look/", {"size": "", "next": "https://elsewhere.example/"})
    assert "data-size" not in client.get("/sign-in/").content.decode().partition(">")[2].partition("<head>")[0]
    assert client.post("/look/", {"theme": "pink", "next": "//elsewhere.example"})["Location"] == "/"


def test_pages_that_are_not_there_say_so_in_plain_words(jinhui, client):
    for address in (to("board.read") + "nothing/here/", "/430199999999/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "这个地址没有页面" in answer.content.decode()


def test_the_demonstration_accounts_are_named_only_in_the_demonstration(client, db, monkeypatch):
    assert "liangxing-demo" not in client.get("/sign-in/").content.decode()
    monkeypatch.setenv("LIANGXING_DEMO", "1")
    assert "liangxing-demo" in client.get("/sign-in/").content.decode()


@pytest.mark.parametrize(("route", "args", "most"), [
    ("board.read", (), 200), ("environment.sortedbin.list", (), 15), ("figure.read", ("environment.sorted_bins",), 40),
])  # fmt: skip
def test_no_page_asks_once_for_each_row(
    route, args, most, jinhui_lives, come_in, client, django_assert_max_num_queries
):
    """Sixty rows and a picture for each of them cost no more questions than a few."""
    from liangxing.evidence.actions import attach

    come_in("worker")
    for n, each in enumerate(SortedBin.objects.known()):
        attach(each, BytesIO(b"%PDF " + str(n).encode()), name=f"{n}.pdf", sort="document", by="worker")
    client.get(to(route, *args))
    with django_assert_max_num_queries(most):
        assert client.get(to(route, *args)).status_code == 200
