"""Secrets that lie in the database, unreadable in a copy of it."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_str


def cipher(purpose: str) -> MultiFernet:
    """A cipher of the secret key for one purpose; keys in SECRET_KEY_FALLBACKS still decrypt."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(cipher_key(purpose, force_str(key))) for key in keys])


def cipher_key(purpose: str, secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"{purpose}:{secret}".encode()).digest())
