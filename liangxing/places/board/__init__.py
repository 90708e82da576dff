"""The public board: what the community has and did, open to everybody."""
