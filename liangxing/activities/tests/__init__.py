"""Laws of the calendar."""
