"""Small fonts made for tests: a square for each sign."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from liangxing.reports.fonts.read import MUST_WRITE

SIGNS = MUST_WRITE + "关于节约用水的金汇现请照办年月日时间附件抄送印发文街道办事处0123456789— "


def font(name="测试仿宋", english="Test FangSong", *, embedding=0, signs=SIGNS, printable=True):
    """The bytes of a .ttf of that family, whose maker allows *embedding* (the bits of fsType); not *printable*: without its short name."""
    glyphs = [".notdef", *(f"u{ord(sign):04X}" for sign in dict.fromkeys(signs))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({int(glyph[1:], 16): glyph for glyph in glyphs[1:]})
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((900, 0), (900, 800), (100, 800)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder.setupGlyf(dict.fromkeys(glyphs, square))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    names = {"familyName": {"en": english, "zh": name}, "styleName": {"en": "Regular"}}
    names |= {"psName": {"en": f"{english.replace(' ', '')}-Regular"}} if printable else {}
    builder.setupNameTable(names)
    builder.setupOS2(fsType=embedding)
    builder.setupPost()
    made = io.BytesIO()
    builder.save(made)
    return made.getvalue()


def collection(*fonts):
    """The bytes of a .ttc of some fonts."""
    made, whole = io.BytesIO(), TTCollection()
    whole.fonts = [TTFont(io.BytesIO(each)) for each in fonts]
    whole.save(made)
    return made.getvalue()
