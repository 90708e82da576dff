"""What the community calls for, what households promise, and the campaigns that go with it."""
