"""What the labels of a form mean: which figure, fact or kind of record is asked for."""
