"""Which forms the community admits: who asks, on which authority, from when until when; and what is sent back."""
