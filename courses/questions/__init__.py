"""Question types. Each is a folder here; adding one touches no other file."""
