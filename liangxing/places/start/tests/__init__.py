"""Tests of the guided start."""
