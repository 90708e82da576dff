"""One module for each room: ``before()`` are its tables up to the report, ``since(today)`` those of the years after."""
