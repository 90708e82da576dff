"""Layouts for tests, made as a worker makes them: in Word, by typing fields."""

import io
import zipfile

from docx import Document


def typed(*paragraphs, table=(), runs=None):
    """A .docx with these paragraphs; *table*: the cells of a row; *runs*: a paragraph cut into these pieces."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if runs:
        line = document.add_paragraph()
        for n, text in enumerate(runs):
            line.add_run(text).bold = bool(n % 2)
    if table:
        row = document.add_table(1, len(table)).rows[0]
        for cell, text in zip(row.cells, table, strict=True):
            cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_part(content, name, text, change=None):
    """The package with one part more, or with a part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            told = old.read(part)
            new.writestr(part, change(told.decode()).encode() if part == name and change else told)
        if change is None:
            new.writestr(name, text)
    return out.getvalue()


def lines(content):
    """The text of a .docx, paragraph by paragraph, tables included."""
    from liangxing.reports.format.reading.document import read

    return [line.plain for line in read(content, "x.docx").lines if line.plain]
