"""Quick record: one line in, a filled form out, with what was read as what; nothing is kept here."""
