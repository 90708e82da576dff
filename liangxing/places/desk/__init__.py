"""The desk: what is due today, and the quickest ways to record it; nothing is typed twice."""
