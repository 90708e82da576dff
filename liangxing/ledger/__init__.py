"""Floor 1: who keeps a ledger, what was done, and how anyone finds out whether it was changed."""
