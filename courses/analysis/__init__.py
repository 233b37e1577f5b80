"""Does it work? Where people stop in a course, and which questions to mend. It names nobody."""
