"""Telephone: a file for a gateway that calls by itself, and the file that it gives back. Nothing is sent from here."""
