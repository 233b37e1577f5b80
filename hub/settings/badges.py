"""The private key by which certificates are signed as Open Badges; without one none is offered.

A file of PEM with an Ed25519 key: `openssl genpkey -algorithm ed25519 -out FILE`.
"""

from hub.settings import environment

BADGE_KEY_FILE = environment.text("BADGE_KEY_FILE")
# The demonstration and tests make one where the file is missing.
BADGE_KEY_IS_MADE = False
