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
    monkeypatch.setattr("liangxing.reports.check.files.LARGEST_OPENED_B", 1000)
    with pytest.raises(Refused):
        text_of(io.BytesIO(docx()), "汇报.docx")
