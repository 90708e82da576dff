"""Measurements, side by side in one run with what one would use instead; printed as ratios, asserted nowhere."""
