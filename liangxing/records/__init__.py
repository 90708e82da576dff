"""Floor 2: what all kinds of record share: events and spells; write, correct, strike; lines, lists and pages."""
