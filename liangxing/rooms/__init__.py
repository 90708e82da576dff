"""Floor 7: one folder per field of community life; rooms are found, and do not know each other."""
