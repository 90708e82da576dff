"""Layouts: a Word file of the office's own for a report, with fields where our figures and words go.

Fields are names and nothing else. No template language runs: a name is looked up in a table that was made before, so
that nothing in an uploaded file can reach Python, a database, or another machine.
"""
