"""The page on the phone: nothing is sent, whoever calls opens it and taps."""
