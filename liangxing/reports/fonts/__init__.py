"""Fonts that an office brings along: Word names them, and the PDF is set in them."""
