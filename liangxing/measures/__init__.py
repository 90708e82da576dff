"""Floor 4: how a figure is declared, computed as of a day, and shows the rows it comes from."""
