"""The findings in the CMS: beside the fields, as the list of a page, and as a report."""
