"""Floor 1½: long work that is done beside the pages; it may be left, is found again, and survives a restart."""
