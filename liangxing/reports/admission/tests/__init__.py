"""Tests of the register of forms."""
