"""Passkeys as they lie in the database, made without a browser."""

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from hub.users.models import User

SITE = "localhost"


def with_passkey(user: User, name: str = "A laptop", *, alone: bool = True) -> Authenticator:
    """The person's new passkey; nobody holds its private key. `alone`: it needs no password."""
    credential_id = sha256(f"{user.pk} {name}".encode())
    public_key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    held = AttestedCredentialData.create(b"\0" * 16, credential_id, public_key)
    data = AuthenticatorData.create(sha256(SITE.encode()), flags, 0, held)
    said = CollectedClientData.create("webauthn.create", b"challenge", f"http://{SITE}")
    credential = {
        "id": websafe_encode(credential_id),
        "rawId": websafe_encode(credential_id),
        "type": "public-key",
        "clientExtensionResults": {"credProps": {"rk": alone}},
        "response": {
            "clientDataJSON": websafe_encode(said),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        },
    }
    return WebAuthn.add(user, name, credential).instance
