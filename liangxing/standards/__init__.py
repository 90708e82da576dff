"""Floor 8: clauses, assessments and what to do next; one folder per standard in ``books/``."""
