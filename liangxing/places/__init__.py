"""Where people meet the system: one folder per place, found and not listed; places do not know each other."""
