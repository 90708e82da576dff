"""How the community governs itself: groups and councils, what people said, what was answered and published."""
