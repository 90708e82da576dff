"""Who was elected, by whom and how: polls, the committee, the representatives, and the yearly review."""
