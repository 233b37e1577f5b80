"""Whether pages are useful: what readers say of each version, and what becomes of problems."""
