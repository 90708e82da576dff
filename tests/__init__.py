"""Tests over all floors; those of one floor or room are beside its code."""
