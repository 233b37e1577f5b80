"""Keeping pages right: reviews that fall due, changes that matter, withdrawing and merging."""
