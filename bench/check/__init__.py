"""The report check held against truths written by hand: precision and recall, by class, and time."""
