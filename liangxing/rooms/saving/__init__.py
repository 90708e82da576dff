"""What households and public rooms did to use less."""
