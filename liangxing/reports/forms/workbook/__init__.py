"""A workbook as its XML: read without losing anything, and changed in nothing but the cells that are filled.

A library that reads a workbook into objects and writes it anew drops what it does not know: shapes, some charts, what
other office programs add. Here every part that is not changed goes out byte for byte as it came in.
"""
