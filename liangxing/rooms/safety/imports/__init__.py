"""Ways in for tables and maps of safety that are not workbooks."""
