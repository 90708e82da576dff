"""Floor 9: claims, documents, departments' forms and the report check; one folder per report in ``books/``."""
