"""Tests of offices' tables."""
