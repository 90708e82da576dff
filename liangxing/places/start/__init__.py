"""The guided start: from an empty folder to a board with figures, step by step; each is kept, and may be skipped."""
