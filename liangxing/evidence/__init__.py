"""Floor 3: pieces that prove records, stored by their content; one folder per channel through which they come."""
