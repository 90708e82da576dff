"""The pages of the hall, one file for each thing that a household does."""
