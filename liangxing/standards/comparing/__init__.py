"""Two editions of a standard side by side: what was added, removed, reworded, and asked otherwise."""
