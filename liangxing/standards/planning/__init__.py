"""The way to a standard: what is missing, what it costs, who does it until when, and what would be if."""
