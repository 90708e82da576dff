"""Ways of printing a report: each takes the same blocks."""
