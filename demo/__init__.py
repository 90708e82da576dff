"""The demonstration: a community made from what Jinhui's own report states, with invented persons, plan and pictures."""
