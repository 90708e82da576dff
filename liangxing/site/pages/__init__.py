"""The pages that know all floors."""
