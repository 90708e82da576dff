"""Tables as communities keep them: any file becomes plain rows, and what was read as what is always said."""
