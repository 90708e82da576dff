"""Icons and codes in a template."""
