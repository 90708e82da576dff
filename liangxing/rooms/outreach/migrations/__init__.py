"""Schema of this room."""
