"""Floor 5: who and what is in the community, who holds which post, and the one door through which all come in."""
