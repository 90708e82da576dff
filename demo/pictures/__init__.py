"""Small drawn pictures that stand for photos, and what each of them proves."""
