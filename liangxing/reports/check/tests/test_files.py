"""Files: the same text out of .txt, .docx and .pdf, and clear words for what cannot be read."""

import io

import pytest
from docx import Document

from liangxing.kernel.errors import Refused
from liangxing.reports.check.files import text_of

TEXT = "金汇社区共有楼栋93栋,3324户。"


def docx():
    document = Document()
    document.add_paragraph(TEXT)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "小区", "6个"
    document.add_paragraph("以上。")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_in_any_encoding_of_communities(encoding):
    assert text_of(io.BytesIO(TEXT.encode(encoding)), "汇报.TXT") == TEXT


def test_a_document_in_the_order_of_its_page():
    assert text_of(io.BytesIO(docx()), "汇报.docx").split("\n") == [TEXT, "小区\t6个", "以上。"]


def test_a_pdf_with_text():
    import typst

    page = typst.compile(b'#set text(font: "Noto Sans CJK SC")\nArea 93 and 3324.', format="pdf")
    assert "93 and 3324" in text_of(io.BytesIO(page), "report.pdf")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\0\3", "汇报.txt"), (b"PK\3\4 cut", "汇报.docx"), (docx()[:800], "汇报.docx"), (b"%PDF-1.7 cut", "汇报.pdf"),
        (b"", "汇报.txt"), (b" \n ", "汇报.txt"), (b"x", "汇报.doc"), (b"x", "汇报"), (b"\x81", "汇报.txt"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(content, name):
    with pytest.raises(Refused, match=r"\S"):
        text_of(io.BytesIO(content), name)


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("liangxing.reports.check.word_file.LARGEST_OPENED_B", 1000)
    with pytest.raises(Refused):
        text_of(io.BytesIO(docx()), "汇报.docx")


def scan(pages, mb=0):
    """A PDF of *pages* that are pictures, and of *mb* megabytes."""
    from PIL import Image
    from pypdf import PdfReader, PdfWriter

    file = io.BytesIO()
    Image.new("L", (60, 80), 255).save(file, "PDF")
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_page(PdfReader(file).pages[0])
    if mb:
        writer.add_attachment("filler", bytes(range(256)) * (mb * 4096))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def locked_pdf():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append_pages_from_reader(PdfReader(io.BytesIO(scan(1))))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


LOCKED_DOCX = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (b"", "汇报.pdf", "空文件"), (scan(3), "汇报.pdf", "扫描件：3 页"), (locked_pdf(), "汇报.pdf", "密码"),
        (LOCKED_DOCX, "汇报.docx", "密码"), (b"\xd0\xcf\x11\xe0 old", "汇报.docx", "另存"), (b"x", "汇报.doc", "只能核对"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_by_its_name(content, name, word):
    from django.utils.translation import override

    with override("zh-hans"), pytest.raises(Refused) as refused:
        text_of(io.BytesIO(content), name)
    assert word in str(refused.value)
    assert name in str(refused.value)


def test_a_scan_of_thirty_megabytes_is_said_to_be_one():
    content = scan(30, mb=30)
    assert len(content) > 30 << 20
    with pytest.raises(Refused, match="30"):
        text_of(io.BytesIO(content), "汇报.pdf")


def test_cells_that_were_merged_leave_their_places_empty():
    document = Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "基本情况"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "居民"
    for row, (label, value) in enumerate([("户数", "3324"), ("人口", "8237")], 1):
        table.cell(row, 1).text, table.cell(row, 2).text = label, value
    file = io.BytesIO()
    document.save(file)
    read = text_of(io.BytesIO(file.getvalue()), "汇报.docx")
    assert [[cell.strip() for cell in line.split("\t")] for line in read.split("\n")] == [
        ["基本情况", "", ""], ["居民", "户数", "3324"], ["", "人口", "8237"],
    ]  # fmt: skip
