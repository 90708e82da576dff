"""Tests of XLSForm."""
