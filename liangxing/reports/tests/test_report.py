"""The report: every figure is a claim, a bare one stops the build, and each way of printing says the same."""

import io
import json
from datetime import date

import pytest
from django.utils.translation import gettext, override
from docx import Document as open_docx
from docx.shared import Mm
from openpyxl import load_workbook

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.records.actions import correct, strike, write
from liangxing.register.models import Estate, Profile
from liangxing.reports import books as report_books
from liangxing.reports.build import build
from liangxing.reports.claim import state
from liangxing.reports.forms.fill import fill
from liangxing.reports.lint import bare_figures
from liangxing.reports.render.pdf import SERIF, fonts
from liangxing.reports.render.word import docx
from liangxing.reports.writing import write as write_report

DAY = date(2013, 3, 31)
needs_fonts = pytest.mark.skipif(
    not {*SERIF} & {*fonts().families()}, reason="no Chinese fonts (Debian package fonts-noto-cjk)"
)


@pytest.fixture
def estates(who):
    """Six estates, and what the community is called."""
    where = {"province": "湖南省", "subdistrict": "文源街道", "address": "新姚北路"}
    write(Profile(code="c", name="金汇社区", area_km2="0.6", day=date(2010, 1, 1), **where), **who)
    return [write(Estate(code=str(n), name=f"小区{n}", day=date(2010, 1, 1)), **who) for n in range(6)]


def text_of(document):
    return "".join(
        run if isinstance(run, str) else run.shown for block in document.blocks for run in getattr(block, "runs", ())
    )


def test_figures_stand_in_the_sentences_and_open_to_their_rows(estates, jinhui):
    document = write_report(jinhui, "creation", DAY)
    text = text_of(document)
    assert "面积0.6平方公里" in text
    assert "6个纯居民小区" in text
    claim = next(s.claim for s in document.stated if s.claim.measure == "register.estates")
    assert (claim.value, claim.records, claim.late) == (6, 6, 6)


def test_what_is_not_recorded_is_said_to_be_none_and_never_zero(estates, jinhui):
    with override("zh-hans"):
        said = gettext("not recorded")
    assert f"有{said}楼房" in text_of(write_report(jinhui, "creation", DAY))


def test_a_claim_holds_until_a_row_behind_it_changes(estates, jinhui):
    claim = state(jinhui, "register.estates", Period.until(DAY), DAY)
    assert claim.holds(jinhui)
    new = correct(estates[0], by="worker", why="misspelt", name="other")
    assert not claim.holds(jinhui)
    again = state(jinhui, "register.estates", Period.until(DAY), DAY, claim.known_at)
    assert (again.value, again.digest) == (claim.value, claim.digest)
    strike(new, by="worker")
    assert state(jinhui, "register.estates", Period.until(DAY), DAY).value == 5


@pytest.mark.parametrize(("body", "line"), [
    ("好\n\n共有60个垃圾箱。", 3), ("共有六个小区。", 1), ("{% figure \"x\" %}\n３家", 2), ("above 300 places", 1), ("占 80%", 1),
])  # fmt: skip
def test_a_bare_figure_is_named_with_file_and_line(tmp_path, body, line):
    file = tmp_path / "body.zh-hans.md"
    file.write_text(body, "utf-8")
    assert f"body.zh-hans.md:{line}" in next(bare_figures(file))


def test_words_that_only_look_like_figures_are_spared(tmp_path):
    file = tmp_path / "body.zh-hans.md"
    file.write_text('创建“两型”社区，不用一次性碗筷，{% figure "a.b" period="2012" %}。', "utf-8")
    assert list(bare_figures(file)) == []


def test_a_bare_figure_stops_the_build(tmp_path, monkeypatch, jinhui):
    book = report_books.books()["creation"]
    (tmp_path / "body.zh-hans.md").write_text("共有60个垃圾箱。", "utf-8")
    told = type(book)(book.key, book.title, book.issuer, book.form, tmp_path)
    monkeypatch.setattr("liangxing.reports.writing.books", lambda: {"creation": told})
    with pytest.raises(Refused, match="body.zh-hans.md:1"):
        write_report(jinhui, "creation", DAY)


def test_the_bodies_of_the_house_hold_no_bare_figure():
    bodies = list(report_books.BOOKS.glob("*/body.*.md"))
    assert len(bodies) >= 2
    assert [fault for body in bodies for fault in bare_figures(body)] == []


def test_word_keeps_to_the_page_of_the_standard(estates, jinhui):
    paper = open_docx(io.BytesIO(docx(write_report(jinhui, "creation", DAY))))
    section = paper.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    sides = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(side.mm) for side in sides] == [37, 35, 28, 26]
    assert paper.paragraphs[0].runs[0].font.size.pt == 22
    assert paper.settings.odd_and_even_pages_header_footer
    assert abs(section.page_width - section.left_margin - section.right_margin - Mm(156)) < Mm(0.1)
    assert "6个纯居民小区" in "".join(p.text for p in paper.paragraphs)


@needs_fonts
@pytest.mark.fonts
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_all_ways_of_printing_say_the_same(estates, jinhui, tmp_path, language):
    from pypdf import PdfReader

    built = build(jinhui, "creation", DAY, tmp_path, language=language)
    assert built.messages == []
    stem = "creation" if language == "zh-hans" else "creation.en"
    claims = json.loads((tmp_path / f"{stem}.claims.json").read_text("utf-8"))["claims"]
    page = (tmp_path / f"{stem}.html").read_text("utf-8")
    paper = "".join(p.text for p in open_docx(tmp_path / f"{stem}.docx").paragraphs).replace(" ", "")
    pdf = "".join(p.extract_text() for p in PdfReader(tmp_path / f"{stem}.pdf").pages)
    pdf = "".join(pdf.split())
    area = next(c for c in claims if c["measure"] == "register.area")
    assert area["value"] == "0.600"
    shown = area["shown"].replace(" ", "")
    assert shown in paper
    assert shown in pdf
    assert f'id="{area["anchor"]}"' in page
    assert "http" not in page.replace(built.document.address, "").split("<body>")[0]


def test_without_fonts_the_rest_is_written_and_the_package_is_named(estates, jinhui, tmp_path, monkeypatch):
    monkeypatch.setattr("liangxing.reports.render.pdf._first", lambda wanted: None)
    built = build(jinhui, "creation", DAY, tmp_path)
    assert "fonts-noto-cjk" in built.messages[0]
    assert {p.suffix for p in built.paths} == {".docx", ".html", ".json", ".xlsx"}


def test_the_form_is_filled_and_what_is_unknown_stays_empty(estates, jinhui, who, home):
    filled = fill("disaster_capacity", jinhui, date(2026, 6, 1))
    sheet = load_workbook(io.BytesIO(filled.content)).active
    cells = {row[1].value: row[2].value for row in sheet.iter_rows(min_row=4)}
    assert cells["总户数（户）"] == 1
    assert cells["志愿者（人）"] is None
    assert "志愿者（人）" in filled.unknown
    assert "总户数（户）" in filled.answered


def test_pages_of_the_report_open_to_everybody(client, estates, jinhui):
    for path in ("reports/", "reports/creation/?day=2013-03-31", "reports/creation/docx/?day=2013-03-31",
                 "reports/creation/claims.json?day=2013-03-31"):  # fmt: skip
        assert client.get(f"/{jinhui.code}/{path}").status_code == 200
    page = client.get(f"/{jinhui.code}/reports/creation/?day=2013-03-31").content.decode()
    assert 'class="fig" href="#p-' in page
