"""The key that signs badges, and its public half as others fetch it (JWKS, RFC 7517 and 8037)."""

import base64
import hashlib
import json
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def signing_key() -> Ed25519PrivateKey | None:
    """None where this hub has none. Raises ImproperlyConfigured for a key of another kind."""
    if not settings.BADGE_KEY_FILE:
        return None
    file = Path(settings.BADGE_KEY_FILE)
    if settings.BADGE_KEY_IS_MADE and not file.exists():
        make_key(file)
    key = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ImproperlyConfigured("BADGE_KEY_FILE holds no Ed25519 key")
    return key


def make_key(file: Path) -> None:
    """For its owner to read alone. Of two processes at once, the first one's stays."""
    made = Ed25519PrivateKey.generate()
    content = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent) as whole:
        whole.write(content)
        whole.flush()
        try:
            os.link(whole.name, file)
        except FileExistsError:
            return


def public_jwk(key: Ed25519PrivateKey) -> dict[str, str]:
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return {"kty": "OKP", "crv": "Ed25519", "x": encoded(raw)}


def thumbprint(jwk: dict[str, str]) -> str:
    """The name of a key that follows from the key (RFC 7638)."""
    line = json.dumps(jwk, sort_keys=True, separators=(",", ":"))
    return encoded(hashlib.sha256(line.encode()).digest())


def key_id(key: Ed25519PrivateKey, keys_address: str) -> str:
    return f"{keys_address}#{thumbprint(public_jwk(key))}"


def key_set(keys_address: str) -> dict[str, list[dict[str, str]]]:
    key = signing_key()
    if key is None:
        return {"keys": []}
    named = {"kid": key_id(key, keys_address), "use": "sig", "alg": "EdDSA"}
    return {"keys": [{**public_jwk(key), **named}]}


def encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
