"""What forms cost the community: how much is typed, which facts are asked how often and by whom. Never a person."""
