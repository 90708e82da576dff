"""What meters say, in plain Python: consumption from readings, what it costs, what it emits. No Django, no database."""
