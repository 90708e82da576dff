"""The demonstration: a community out of what Jinhui's report states, with invented persons, plan and pictures."""
