"""A heap of photos, sorted to the records that they prove by the time and the place at which they were taken."""
