"""A table of our own, one question a row, which holds every type whole."""
