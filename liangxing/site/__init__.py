"""Floor 11: settings, routes, base pages, command line: the only floor that knows all."""
