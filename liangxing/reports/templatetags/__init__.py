"""Tags for the bodies of reports."""
