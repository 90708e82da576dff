"""Charts, drawn on the server: places in per cent, text in its own size, and a table that says the same."""
