"""Ways in for evidence: one folder each, found rather than listed."""
