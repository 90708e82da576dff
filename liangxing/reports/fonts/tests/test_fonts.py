"""An office's own fonts: read, refused with the reason, kept, and used for Word and PDF."""

import io
import random
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override
from docx import Document as open_docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from liangxing.kernel.errors import Refused
from liangxing.reports.blocks import Document, Paragraph
from liangxing.reports.fonts.kept import folder, keep, kept, remove
from liangxing.reports.fonts.read import read
from liangxing.reports.render.pdf import SERIF, fonts, pdf
from liangxing.reports.render.word import docx

from .made import collection, font

needs_fonts = pytest.mark.skipif(not {*SERIF} & {*fonts().families()}, reason="no Chinese fonts")


def paper(code):
    told = {
        "title": "关于节约用水的通知",
        "issuer": "金汇社区居民委员会",
        "day": date(2026, 3, 5),
        "language": "zh-hans",
    }
    return Document(key="x", address="", blocks=(Paragraph(("请居民节约用水。",)),), stated=(), community=code, **told)


def test_a_font_is_known_by_its_chinese_name_before_its_english_one():
    face = read(font())
    assert (face.names, face.ending, face.embedding) == (("测试仿宋", "Test FangSong"), ".ttf", 0)
    assert read(collection(font(), font("甲", "A"))).ending == ".ttc"


@pytest.mark.parametrize(("content", "why"), [
    (b"PK\x03\x04" + b"x" * 90, "no font"),
    (b"", "no font"),
    (b"wOF2" + b"\0" * 90, "web pages"),
    (font()[:900], "damaged"),
    (b"\x00\x01\x00\x00" + b"\xff" * 400, "damaged"),
    (font(signs="abc123"), "cannot write Chinese"),
    (font(embedding=0x0002), "does not allow it inside documents"),
    (font(embedding=0x0100), "only whole"),
    (font(embedding=0x0200), "only its pictures"),
])  # fmt: skip
def test_what_cannot_be_used_is_refused_with_the_reason(content, why):
    with override("en"), pytest.raises(Refused, match=why):
        read(content)


@pytest.mark.parametrize("embedding", [0x0000, 0x0004, 0x0008])
def test_what_the_maker_allows_is_taken(embedding):
    assert read(font(embedding=embedding)).embedding == embedding


def test_a_damaged_file_is_refused_or_still_says_whose_it_is():
    whole, dice, refused = font(), random.Random(7), list[str]()
    for _try in range(150):
        bad = bytearray(whole)
        for _byte in range(dice.randint(1, 12)):
            bad[dice.randrange(4, len(bad))] = dice.randrange(256)
        try:
            found = read(bytes(bad[: dice.randrange(100, len(bad))] if dice.random() < 0.5 else bad))
            assert found.names
        except Refused as error:
            refused.append(str(error))
    assert len(refused) > 50
    assert all(refused)


@pytest.mark.parametrize(("name", "use"), [
    ("仿宋_GB2312", "body"), ("方正小标宋简体", "title"), ("黑体", "heading"), ("楷体_GB2312", "subheading"), ("宋体", "number"),
])  # fmt: skip
def test_a_known_name_says_what_a_font_is_for(name, use, jinhui):
    assert keep(jinhui.code, font(name)).use == use
    assert list(kept(jinhui.code)) == [use]


def test_an_unknown_name_asks_for_the_use_and_another_font_takes_the_place(jinhui):
    with pytest.raises(Refused, match="甲体"):
        keep(jinhui.code, font("甲体", "Alpha"))
    keep(jinhui.code, font("甲体", "Alpha"), "title")
    keep(jinhui.code, collection(font("乙体", "Beta"), font("乙体", "Beta")), "title")
    assert [path.name for path in folder(jinhui.code).iterdir()] == ["title.ttc"]
    assert kept(jinhui.code)["title"].name == "乙体"
    assert kept("another") == {}
    remove(jinhui.code, "title")
    assert kept(jinhui.code) == {}


def test_a_font_that_the_pdf_cannot_use_is_refused_and_the_old_one_stays(jinhui):
    keep(jinhui.code, font("甲体", "Alpha"), "title")
    with override("en"), pytest.raises(Refused, match="PDF"):
        keep(jinhui.code, font("乙体", "Beta", printable=False), "title")
    assert kept(jinhui.code)["title"].name == "甲体"
    assert [path.name for path in folder(jinhui.code).iterdir()] == ["title.ttf"]


def test_word_asks_for_the_fonts_of_the_office_by_name(jinhui):
    keep(jinhui.code, font("甲体", "Alpha"), "body")
    made = open_docx(io.BytesIO(docx(paper(jinhui.code))))
    asked = {p.text: p.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for p in made.paragraphs if p.text}
    assert asked["请居民节约用水。"] == "甲体"
    assert asked["关于节约用水的通知"] == "方正小标宋简体"


@needs_fonts
@pytest.mark.fonts
def test_the_pdf_is_set_in_the_fonts_of_the_office(jinhui):
    def faces():
        reader = PdfReader(io.BytesIO(pdf(paper(jinhui.code))))
        return {
            f.get_object()["/BaseFont"].partition("+")[2]
            for p in reader.pages
            for f in p["/Resources"]["/Font"].values()
        }

    before = faces()
    keep(jinhui.code, font("甲体", "Alpha"), "body")
    assert any("Alpha" in face for face in faces() - before)
    remove(jinhui.code, "body")
    assert faces() == before


def test_only_the_secretary_brings_fonts(jinhui, client, come_in):
    page = reverse("fonts.dress", args=[jinhui.code])
    assert client.get(page).status_code == 302
    come_in("worker")
    assert client.get(page).status_code == 404
    come_in("secretary")
    assert (
        reverse("fonts.dress", args=[jinhui.code])
        in client.get(reverse("reports.read", args=[jinhui.code])).content.decode()
    )
    bad = client.post(page, {"file": SimpleUploadedFile("x.ttf", b"no font at all")})
    assert (bad.status_code, kept(jinhui.code)) == (422, {})
    assert client.post(page, {}).status_code == 422
    assert client.post(page, {"file": SimpleUploadedFile("x.ttf", font("黑体"))}).status_code == 302
    assert "黑体" in client.get(page).content.decode()
    assert client.post(reverse("fonts.remove.dress", args=[jinhui.code]), {"use": "../heading"}).status_code == 404
    client.post(reverse("fonts.remove.dress", args=[jinhui.code]), {"use": "heading"})
    assert kept(jinhui.code) == {}
