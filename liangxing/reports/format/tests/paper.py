"""A document that keeps every rule, made by hand, so that a test may spoil one thing in it."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FANGSONG, HEITI, KAITI, BIAOSONG, SONGTI = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
SENTENCE = "社区现有分类垃圾箱，停车位有所增加，居民对环境的意见都已经答复。"
RIGHT, CENTER = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
# Each line by a name: text, font, size, indent of the first line and from the right in characters, place.
LINES = {
    "number": ("文源街办〔2026〕5号", FANGSONG, 16, 0, 0, CENTER),
    "title": ("关于开展环境整治的通知", BIAOSONG, 22, 0, 0, CENTER),
    "blank": ("", FANGSONG, 16, 0, 0, None),
    "addressee": ("各居民小组：", FANGSONG, 16, 0, 0, None),
    "body": (SENTENCE, FANGSONG, 16, 2, 0, None),
    "first": ("一、打牢基础", HEITI, 16, 2, 0, None),
    "second": ("（一）成立小组", KAITI, 16, 2, 0, None),
    "third": ("1.明确分工。" + SENTENCE, FANGSONG, 16, 2, 0, None),
    "fourth": ("（1）书记任组长。", FANGSONG, 16, 2, 0, None),
    "next": ("二、做出特色", HEITI, 16, 2, 0, None),
    "more": (SENTENCE, FANGSONG, 16, 2, 0, None),
    "note": ("附件：任务分工表", FANGSONG, 16, 2, 0, None),
    "signer": ("金汇社区居民委员会", FANGSONG, 16, 0, 2, RIGHT),
    "date": ("2026年5月3日", FANGSONG, 16, 0, 3.5, RIGHT),
    "annex": ("附件", HEITI, 16, 0, 0, None),
    "annex_title": ("任务分工表", BIAOSONG, 22, 0, 0, CENTER),
    "annex_body": (SENTENCE, FANGSONG, 16, 2, 0, None),
    "copies": ("抄送：文源街道办事处。", FANGSONG, 14, 1, 0, None),
    "printed": ("金汇社区居民委员会　　2026年5月4日印发", FANGSONG, 14, 1, 0, None),
}


class Paper:
    """The document, with each of its lines by name."""

    def __init__(self):
        self.docx = Document()
        self.section = self.docx.sections[0]
        self._page()
        self.line = {name: self._line(*told) for name, told in LINES.items()}
        self.line["annex"].paragraph_format.page_break_before = True

    def _page(self):
        section = self.section
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, (37, 35, 28, 26))
        section.footer_distance = Mm(23)
        self.grid = section._sectPr.find(qn("w:docGrid"))
        self.grid.set(qn("w:type"), "linesAndChars")
        self.grid.set(qn("w:linePitch"), "579")
        self.grid.set(qn("w:charSpace"), "-849")  # 4096ths of a point: 28 characters on 156 mm
        self.docx.settings.odd_and_even_pages_header_footer = True
        self.odd, self.even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
        self._number(self.odd, RIGHT, "right_indent")
        self._number(self.even, WD_ALIGN_PARAGRAPH.LEFT, "left_indent")

    def _number(self, line, side, indent):
        line.alignment = side
        setattr(line.paragraph_format, indent, Pt(14))
        for text in ("— ", "1", " —"):
            run = self.type(line.add_run(text), SONGTI, 14)
            if text == "1":
                field = OxmlElement("w:fldSimple")
                field.set(qn("w:instr"), " PAGE ")
                run._r.addprevious(field)
                field.append(run._r)

    def _line(self, text, font, size, first, right, place):
        line = self.docx.add_paragraph()
        line.alignment = place
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing = 1.0
        line.paragraph_format.first_line_indent = Pt(first * size)
        line.paragraph_format.right_indent = Pt(right * size)
        self.type(line.add_run(text), font, size)
        return line

    @staticmethod
    def type(run, font, size):
        """Set *run* in *font* of *size* points."""
        run.font.size, run.font.name, run.font.color.rgb = Pt(size), "Times New Roman", RGBColor(0, 0, 0)
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        return run

    def font(self, name, font):
        """Set a line in another font."""
        for run in self.line[name].runs:
            run._r.rPr.rFonts.set(qn("w:eastAsia"), font)

    def size(self, name, size):
        """Set a line in another size."""
        for run in self.line[name].runs:
            run.font.size = Pt(size)

    def say(self, name, text):
        """Put another text where a line stands."""
        self.line[name].runs[0].text = text

    def indent(self, name, characters):
        """Let a line begin elsewhere."""
        self.line[name].paragraph_format.first_line_indent = Pt(characters * 16)

    def without(self, name):
        """Take a line away."""
        self.line[name]._p.getparent().remove(self.line[name]._p)

    def content(self):
        """The bytes of the file."""
        made = io.BytesIO()
        self.docx.save(made)
        return made.getvalue()
