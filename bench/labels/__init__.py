"""Twenty forms of different departments and make, each cell with what it truly asks for. All of it is invented."""
