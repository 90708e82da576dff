"""The social-work station: cases and visits, seen by those who work on them and by nobody else."""
