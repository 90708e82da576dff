"""The laws of the ledger, of imports, measures and pages, once more on a real PostgreSQL."""
