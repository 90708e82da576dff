"""Migrations of the register of forms."""
