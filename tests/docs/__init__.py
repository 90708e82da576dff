"""Documentation is held by tests: what it generates is fresh, what it shows runs."""
