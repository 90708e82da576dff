"""Pages of the environment that are more than records, a file for each part of the room."""
