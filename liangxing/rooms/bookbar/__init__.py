"""The honour book bar: books lent on trust, without a librarian."""
