"""Workbooks and other tables: their good lines become records in one act, and the file itself proves them."""

KEY = "workbook"
