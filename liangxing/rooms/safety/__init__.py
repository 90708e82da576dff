"""Disaster reduction: hazards, stores, teams, shelters, drills, plans, and who needs help."""
