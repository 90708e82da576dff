"""Migrations of XLSForm."""
