"""Checks an evidence pack of Liangxing: standard library, one signature library, and nothing of Liangxing."""
