"""Reading a .docx into a ``Paper``: each value is looked up where Word looks it up."""
