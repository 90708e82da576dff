"""Floor 0: plain Python that every floor may use, and that knows nothing of Django."""
