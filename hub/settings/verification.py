"""How long somebody counts as a verified practitioner, and how early they are reminded."""

VERIFICATION_DAYS = 365
# A reminder goes out when this many days or fewer are left.
VERIFICATION_REMINDER_DAYS = (28, 7)
# How long a mailed link to confirm an address again works.
VERIFICATION_LINK_HOURS = 72
