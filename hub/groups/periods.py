"""How long a place in a group lasts until it's confirmed again, and when people hear of it."""

from datetime import timedelta

CONFIRMED_FOR = timedelta(days=365)
CONFIRMED_FOR_SENSITIVE = timedelta(days=91)
# A reminder comes this long before a place runs out. There is no grace afterwards.
REMINDED_BEFORE = timedelta(days=14)
# Somebody who didn't act is reminded again, and administrators of a group without an owner.
REMINDED_AGAIN = timedelta(days=7)
INVITED_FOR = timedelta(days=14)
