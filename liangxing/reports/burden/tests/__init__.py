"""Tests of burden."""
