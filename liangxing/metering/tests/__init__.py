"""Tests of what meters say."""
