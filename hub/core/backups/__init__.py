"""One archive that holds a hub: its database and its uploads, as they were at one moment."""
