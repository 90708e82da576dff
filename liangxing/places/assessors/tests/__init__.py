"""Tests of the assessors' door."""
