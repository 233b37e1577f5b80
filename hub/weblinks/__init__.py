"""Links to other sites: which pages have them, and which no longer lead anywhere."""
