"""Tests of the workbook channel."""
