"""Questions from and for other systems: GIFT, Moodle XML, and a table for spreadsheets."""
