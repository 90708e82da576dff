"""Departments' forms: a blank workbook each, and which measure fills which of its cells."""
