"""An office's own table as a standard: read, bound to figures, previewed, kept in editions, and given back."""
