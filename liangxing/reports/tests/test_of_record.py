"""A document of one record: its words are quotations that lead to it, and nothing is made up."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from liangxing.activities.models import Activity
from liangxing.kernel.errors import Refused
from liangxing.records.actions import correct, write
from liangxing.register.models import Place
from liangxing.reports.blocks import shown
from liangxing.reports.books import BOOKS, books
from liangxing.reports.build import build, claims_json
from liangxing.reports.subject import books_of, subject_by_code
from liangxing.reports.writing import write as write_report
from liangxing.rooms.governance.models import Opinion, OpinionMeeting, Reply

HELD = date(2026, 5, 20)


def text_of(document):
    return "\n".join("".join(map(shown, block.runs)) for block in document.blocks if hasattr(block, "runs"))


@pytest.fixture
def meeting(who):
    place = write(Place(code="bgs", name="社区办公室", day=HELD), **who)
    return write(
        Activity(code="2026-HY1", title="居民代表座谈会", sort="meeting", place=place, attended=64, day=HELD), **who
    )


@pytest.fixture
def opinion(who, meeting):
    heard = write(OpinionMeeting(code="YJ-1", sort="residents", activity=meeting, day=HELD), **who)
    told = Opinion(code="YJ-1-1", meeting=heard, text="3栋楼道灯不亮", raised_by="李某", day=HELD)
    return write(told, **who)


def test_a_letter_says_what_was_said_and_answered_and_leads_to_both(opinion, jinhui, who):
    reply = write(Reply(opinion=opinion, text="已换灯2盏", settled=True, day=HELD + timedelta(days=3)), **who)
    letter = write_report(jinhui, "reply", HELD + timedelta(days=9), record=opinion)
    text = text_of(letter)
    assert "“3栋楼道灯不亮”" in text
    assert "已换灯2盏" in text
    assert text.startswith("李某：")
    paths = {quoted.shown: quoted.path for quoted in letter.quoted}
    assert paths["3栋楼道灯不亮"] == reverse("governance.opinion.page", args=[jinhui.code, opinion.pk])
    assert paths["已换灯2盏"] == reverse("governance.reply.page", args=[jinhui.code, reply.pk])
    assert {"shown": "已换灯2盏", "record": paths["已换灯2盏"]} in claims_json(letter)["quotations"]


def test_an_answer_that_no_record_gives_is_said_to_be_missing(opinion, jinhui):
    assert "答复内容没有登记" in text_of(write_report(jinhui, "reply", HELD, record=opinion))


def test_a_paper_about_a_person_bears_no_code_to_a_closed_page(opinion, meeting, jinhui):
    assert write_report(jinhui, "reply", HELD, record=opinion).address == ""
    assert str(meeting.pk) in write_report(jinhui, "minutes", HELD, record=meeting).address


def test_minutes_hold_what_is_recorded_of_the_meeting(opinion, meeting, jinhui, who):
    minutes = write_report(jinhui, "minutes", HELD, record=meeting)
    text = text_of(minutes)
    assert minutes.title == "居民代表座谈会记录"
    assert "时间：2026年5月20日" in text
    assert "地点：社区办公室" in text
    assert "到会：64（人）" in text
    cells = ["".join(map(shown, cell)) for b in minutes.blocks if hasattr(b, "rows") for row in b.rows for cell in row]
    assert cells == ["YJ-1-1", "3栋楼道灯不亮", "没有登记"]


def test_a_document_quotes_the_telling_that_stands(meeting, jinhui):
    new = correct(meeting, by="worker", why="recounted", attended=60)
    assert "到会：60（人）" in text_of(write_report(jinhui, "minutes", HELD, record=new))


@pytest.mark.parametrize(("key", "sort", "day", "fits"), [
    ("minutes", "meeting", 0, True), ("minutes", "campaign", 0, False), ("minutes", "meeting", 9, False),
    ("notice", "campaign", 9, True), ("notice", "campaign", -9, False), ("reply", "meeting", 0, False),
])  # fmt: skip
def test_a_book_is_written_of_the_records_that_it_says(key, sort, day, fits, who, jinhui):
    record = write(Activity(code="x", title="纳凉晚会", sort=sort, day=HELD + timedelta(days=day)), **who)
    assert (key in [book.key for book in books_of(record, HELD)]) is fits
    if fits:
        write_report(jinhui, key, HELD, record=record)
    else:
        with pytest.raises(Refused):
            write_report(jinhui, key, HELD, record=record)


def test_a_notice_says_when_where_and_to_whom(who, jinhui):
    place = write(Place(code="gc", name="文化广场", day=HELD), **who)
    coming = Activity(code="H7", title="2026年纳凉晚会", sort="campaign", place=place, day=HELD + timedelta(days=9))
    notice = write_report(jinhui, "notice", HELD, record=write(coming, **who))
    assert notice.title == "关于2026年纳凉晚会的通知"
    assert "全体居民：" in text_of(notice)
    assert "2026年5月29日" in text_of(notice)
    assert notice.subject.path == reverse("activities.activity.page", args=[jinhui.code, coming.pk])


def test_a_number_that_is_neither_claim_nor_quotation_stops_the_document(tmp_path, monkeypatch, meeting, jinhui):
    (tmp_path / "body.zh-hans.md").write_text("{{ record.attended }}人到会。", "utf-8")
    told = books()["minutes"]
    book = type(told)(told.key, told.title, told.issuer, "", tmp_path, told.of)
    monkeypatch.setattr("liangxing.reports.writing.books", lambda: {"minutes": book})
    with pytest.raises(Refused, match="64"):
        write_report(jinhui, "minutes", HELD, record=meeting)


def test_a_record_is_found_by_its_code_and_its_files_bear_it(meeting, jinhui, tmp_path):
    found = subject_by_code(books()["minutes"], jinhui, "2026-HY1")
    assert found == meeting == subject_by_code(books()["minutes"], jinhui, str(meeting.pk))
    with pytest.raises(Refused, match="nowhere"):
        subject_by_code(books()["minutes"], jinhui, "nowhere")
    built = build(jinhui, "minutes", HELD, tmp_path, record=meeting)
    assert tmp_path / "minutes-2026-HY1.docx" in built.paths


def test_every_book_is_there_in_both_languages_and_says_what_it_is_called(jinhui):
    for book in books().values():
        assert {file.name for file in (BOOKS / book.key).glob("body.*")} == {"body.zh-hans.md", "body.en.md"}
        assert book.called("zh-hans", "金汇社区") != book.called("en", "Jinhui")


def test_staff_write_of_a_record_from_its_page_and_others_do_not(meeting, jinhui, client, come_in):
    page = reverse("activities.activity.page", args=[jinhui.code, meeting.pk])
    place = reverse("report.record.build", args=[jinhui.code, "minutes", "activities.activity", meeting.pk])
    assert place not in client.get(page).content.decode()
    assert client.get(place).status_code == 302
    come_in("worker")
    assert place in client.get(page).content.decode()
    chosen = client.get(reverse("report.read", args=[jinhui.code, "minutes"])).content.decode()
    assert place in chosen
    document = client.get(place).content.decode()
    assert f'href="{page}"' in document
    for way in ("docx/", "pdf/"):
        assert client.get(place + way).status_code in (200, 503)
    assert client.get(place.replace("minutes", "notice")).status_code == 404
    assert client.get(place.replace("minutes", "creation")).status_code == 404


def test_nobody_writes_of_what_they_may_not_see(opinion, jinhui, client, come_in):
    place = reverse("report.record.build", args=[jinhui.code, "reply", "governance.opinion", opinion.pk])
    assert client.get(place).status_code == 302
    assert client.get(reverse("report.read", args=[jinhui.code, "reply"])).status_code == 404
    come_in("resident")
    assert client.get(place).status_code == 404


def test_the_summary_and_the_application_say_what_no_record_answers(meeting, jinhui):
    for key in ("summary", "disaster-application"):
        for language in ("zh-hans", "en"):
            document = write_report(jinhui, key, localdate(), language=language)
            with override(language):
                assert len(document.annexes) >= 1
            assert ("没有登记" if language == "zh-hans" else "not recorded") in text_of(document)
    with pytest.raises(Refused, match="minutes"):
        write_report(jinhui, "minutes", HELD)
