"""Tags for the pages of standards."""
