"""Evidence packs: a report with all that an outsider needs to compute its figures again, offline and without trust."""
