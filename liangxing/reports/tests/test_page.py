"""The page of GB/T 9704-2012 as custom has it: counted on a probe page, and read back from the files."""

import io
import re
import shutil
import subprocess
from datetime import date

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from liangxing.reports.blocks import Addressee, Annex, Document, Dress, Heading, Paragraph
from liangxing.reports.render.ends import places
from liangxing.reports.render.numbering import numbered
from liangxing.reports.render.pdf import SERIF, fonts, pdf
from liangxing.reports.render.word import docx

DAY = date(2026, 3, 5)
LINES, SIGNS = 22, 28
needs_fonts = pytest.mark.skipif(not {*SERIF} & {*fonts().families()}, reason="no Chinese fonts")
WORDS = "社区居民委员会按月公布水电节约情况并请全体居民核对如有不同请当面说明我们逐条答复"


def paper(*blocks, **told):
    told = {"title": "关于节约用水的通知", "issuer": "金汇社区居民委员会", "dress": Dress()} | told
    return Document(key="probe", day=DAY, language="zh-hans", address="", blocks=blocks, stated=(), **told)


def text(words):
    return Paragraph((words,))


def probe(pages):
    """A paper of one paragraph: so many full pages and more."""
    return paper(text((WORDS * 60 * pages)[: LINES * SIGNS * pages - 3 * SIGNS]))


def lines_of(file, page):
    """The lines of a page of a PDF, without the page number."""
    told = subprocess.run(
        ["pdftotext", "-f", str(page), "-l", str(page), "-layout", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    return [line.strip() for line in told.splitlines() if line.strip() and not re.fullmatch(r"\s*— ?\d+ ?—\s*", line)]


@pytest.fixture(scope="module")
def by_office(tmp_path_factory):
    """The probe as LibreOffice prints it."""
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice")
    folder = tmp_path_factory.mktemp("office")
    (folder / "probe.docx").write_bytes(docx(probe(3)))
    asked = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*asked, "--outdir", folder, folder / "probe.docx"], check=True, capture_output=True, timeout=120)
    return folder / "probe.pdf"


@pytest.fixture(scope="module")
def by_us(tmp_path_factory):
    """The probe as we set it."""
    file = tmp_path_factory.mktemp("us") / "probe.pdf"
    file.write_bytes(pdf(probe(3)))
    return file


@needs_fonts
@pytest.mark.fonts
@pytest.mark.office
@pytest.mark.parametrize("way", ["by_office", "by_us"])
def test_a_page_holds_22_lines_of_28_characters(way, request):
    file = request.getfixturevalue(way)
    lines = lines_of(file, 2)
    assert len(lines) == LINES
    assert {len(line) for line in lines} == {SIGNS}


@needs_fonts
@pytest.mark.fonts
@pytest.mark.office
@pytest.mark.parametrize("way", ["by_office", "by_us"])
def test_every_character_that_went_in_comes_out(way, request):
    told = probe(3)
    file = request.getfixturevalue(way)
    out = "".join(line for n in range(1, len(PdfReader(file).pages) + 1) for line in lines_of(file, n))
    expected = told.title + told.body[0].runs[0] + told.issuer + "2026年3月5日"
    assert sorted("".join(out.split())) == sorted(expected)


@needs_fonts
@pytest.mark.fonts
def test_no_page_holds_a_signature_alone(tmp_path):
    file = tmp_path / "x.pdf"
    for lines in range(14, 24):
        file.write_bytes(pdf(paper(*[text("节约用水。")] * lines, text("特此通知。"), dress=Dress(sealed=True))))
        last = lines_of(file, len(PdfReader(file).pages))
        assert [line.replace(" ", "") for line in last[-3:]] == ["特此通知。", "金汇社区居民委员会", "2026年3月5日"]


def read(document):
    return open_docx(io.BytesIO(docx(document)))


def test_the_grid_and_the_outer_page_numbers_stand_in_the_file():
    made = read(probe(1))
    grid = made.sections[0]._sectPr.find(qn("w:docGrid"))
    assert 22 * int(grid.get(qn("w:linePitch"))) <= 225 / 25.4 * 1440 < 22.5 * int(grid.get(qn("w:linePitch")))
    spacing = {int(e.get(qn("w:val"))) for e in made.element.body.iter(qn("w:spacing")) if e.get(qn("w:val"))}
    assert spacing == {-5}
    assert 28 * (16 - 0.25) <= 156 / 25.4 * 72 < 29 * (16 - 0.25)
    odd, even = made.sections[0].footer.paragraphs[0], made.sections[0].even_page_footer.paragraphs[0]
    assert (odd.paragraph_format.right_indent.pt, even.paragraph_format.left_indent.pt) == (14, 14)
    assert (odd.runs[0].font.size.pt, odd.text) == (14, "— PAGE —".replace("PAGE", ""))


def test_four_levels_of_headings_have_their_numbers_and_fonts():
    levels = [Heading(n, "题") for n in (1, 2, 3, 4, 4, 3, 2, 1)]
    said = ["一、题", "（一）题", "1.题", "（1）题", "（2）题", "2.题", "（二）题", "二、题"]
    assert [words for _block, words in numbered(tuple(levels), "zh-hans")] == said
    made = read(paper(*levels))
    found = [p for p in made.paragraphs if p.style.name.startswith("Heading")]
    fonts = [p.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for p in found[:4]]
    assert fonts == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert {p.runs[0].font.size.pt for p in found} == {16}


def test_annexes_are_named_after_the_text_and_begin_pages_of_their_own():
    made = read(paper(text("正文。"), Annex("名单"), text("甲。"), Annex("地图"), Heading(1, "东区")))
    said = [p.text for p in made.paragraphs if p.text.strip()]
    assert said[2:4] == ["附件：1.名单", "2.地图"]
    assert said[-6:] == ["附件1", "名单", "甲。", "附件2", "地图", "一、东区"]
    assert said.index("金汇社区居民委员会") < said.index("附件1")
    begun = [p.text for p in made.paragraphs if p.paragraph_format.page_break_before]
    assert begun == ["附件1", "附件2"]
    single = read(paper(text("正文。"), Annex("名单")))
    assert "附件：名单" in [p.text for p in single.paragraphs]


def test_a_red_head_and_an_imprint_stand_around_the_text_when_they_are_asked_for():
    dress = Dress(red_head=True, number="金社〔2026〕3号", copies="文源街道办事处。", imprint=True, sealed=True)
    document = paper(Addressee(("全体居民：",)), text("请节约用水。"), dress=dress)
    made = read(document)
    assert str(made.paragraphs[0].runs[0].font.color.rgb) == "FF0000"
    assert made.paragraphs[0].paragraph_format.space_before.mm == pytest.approx(35, abs=0.1)
    table = made.tables[0]
    assert [row.cells[0].text.split("\t") for row in table.rows] == [
        ["抄送：文源街道办事处。"], ["金汇社区居民委员会", "2026年3月5日印发"],
    ]  # fmt: skip
    thick = [e.get(qn("w:sz")) for e in table._tbl.iter(qn("w:top"), qn("w:bottom")) if e.get(qn("w:sz"))]
    assert thick == ["8", "6", "6", "8"]  # eighths of a point: 0.35 and 0.25 mm
    plain = read(paper(text("请节约用水。")))
    assert (plain.paragraphs[0].text, plain.tables) == ("关于节约用水的通知", [])


@pytest.mark.parametrize(("issuer", "day", "sealed", "right"), [
    ("金汇社区居民委员会", "2026年3月5日", True, (2.5, 4.0)),  # the day four in, the issuer centred above it
    ("金汇社区居民委员会", "2026年3月5日", False, (2.0, 3.0)),  # the day begins two after the issuer
    ("居委会", "2026年11月25日", False, (8.0, 2.0)),  # a day longer than the issuer: two in, the issuer moves
])  # fmt: skip
def test_issuer_and_day_stand_where_the_standard_puts_them(issuer, day, sealed, right):
    assert places(issuer, day, sealed=sealed) == right


@needs_fonts
@pytest.mark.fonts
def test_the_pdf_is_tagged_with_its_headings_and_carries_its_fonts():
    document = paper(Addressee(("全体居民：",)), Heading(1, "时间"), Heading(2, "上午"), text("九时。"), Annex("名单"))
    reader = PdfReader(io.BytesIO(pdf(document)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "zh-CN"
    tags = {kid.get_object().get("/S") for kid in _all(root["/StructTreeRoot"])}
    assert {"/H1", "/H2", "/P"} <= tags
    assert reader.metadata.title == document.title
    faces = [f.get_object() for page in reader.pages for f in page["/Resources"]["/Font"].values()]
    assert faces
    for face in faces:
        within = face["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & {*within}


def _all(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if hasattr(kid, "get") and kid.get("/S"):
            yield kid
            yield from _all(kid)
