"""Liangxing: a community's records, and every figure that is proved by them."""
