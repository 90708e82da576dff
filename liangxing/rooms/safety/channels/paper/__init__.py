"""Paper: lists that are printed beforehand, and typed in when there is time."""
