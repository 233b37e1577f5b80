"""What an author could mend in a page: said while they write, and counted for a report."""
