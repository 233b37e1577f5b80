"""How pages are kept: a board of what somebody has to do, and what can be done with one page."""
