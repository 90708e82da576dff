"""The page: findings at a glance, each with its place, its proof and what could stand there; and what cannot be read."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from liangxing.records.actions import write_many
from liangxing.register.models import Building
from liangxing.reports.check.files import read_file

TEXT = "金汇社区有楼栋5栋。环境显著改善。绿化率35%。共有居民楼3幢。"
DAY = "2013-03-31"


@pytest.fixture
def page(jinhui, who, come_in, client):
    write_many([Building(code=str(n), day=DAY) for n in range(3)], **who)
    come_in("worker")
    where = reverse("report.check", args=[jinhui.code])

    def asked(content=None, name="汇报.txt", **more):
        if content is None:
            return client.get(where) if not more else client.post(where, {"day": DAY, **more})
        return client.post(where, {"day": DAY, "file": SimpleUploadedFile(name, content), **more})

    return asked


def test_each_finding_has_its_place_its_proof_and_a_better_sentence(page):
    told = page(TEXT.encode()).content.decode()
    for part in (
        'href="#at-1"',
        'id="at-1"',
        'id="f-1"',
        "/figures/register.buildings/?day=2013-03-31",
        "金汇社区有楼栋3栋。",
    ):
        assert part in told
    order = [told.index(f'id="v-{verdict}"') for verdict in ("differs", "not_recorded", "unproven", "borne_out")]
    assert order == sorted(order)


def test_the_report_comes_back_with_our_notes_without_being_chosen_again(page):
    from base64 import b64encode

    answer = page(kept=b64encode(TEXT.encode()).decode(), name="汇报.txt", **{"as": "notes"})
    assert "attachment" in answer["Content-Disposition"]
    noted = Document(io.BytesIO(answer.content))
    comments = [comment.text for comment in noted.comments]
    assert len(comments) == 3
    assert "/figures/register.buildings/" in comments[0]
    assert read_file(answer.content, "x.docx").text == TEXT.replace("5栋", "3栋")


def test_without_a_file_the_page_asks_for_one(page):
    assert page().status_code == 200
    for wrong in ("", "no base64!", "AAA"):
        answer = page(kept=wrong)
        assert answer.status_code == 422
        assert "请先选择文件" in answer.content.decode()


@pytest.mark.parametrize(("content", "name"), [(b"", "汇报.docx"), (b"PK\3\4", "汇报.docx"), (b"%PDF-1.7", "汇报.pdf")])
def test_a_file_that_cannot_be_read_is_named(page, content, name):
    answer = page(content, name)
    assert answer.status_code == 422
    assert name in answer.content.decode()


def test_the_report_of_another_community_is_said_to_be_one(page):
    text = "和园街道柳塘社区位于城西。柳塘社区有居民楼76栋。"
    told = page(text.encode("gb18030")).content.decode()
    assert "这份汇报说的是柳塘社区" in told
