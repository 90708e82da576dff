"""Journeys through the pages with a real browser: Debian's chromium."""
