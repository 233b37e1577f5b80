"""Codes that stand in addresses and can't be guessed."""

import secrets


def new_code() -> str:
    """128 random bits as 32 hexadecimal characters."""
    return secrets.token_hex(16)


def new_seed() -> int:
    """63 random bits, which every database holds in a big integer."""
    return secrets.randbits(63)
