"""How a reported problem is sorted: its category, its due day, its twins, what in it is held back. No database."""
