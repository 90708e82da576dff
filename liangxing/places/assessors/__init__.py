"""The assessors' door: a link with an end, which opens one report or standard, its figures and what proves them."""
