"""A certificate as an Open Badges 3.0 credential, signed as a JWT (8.2 of the specification).

It says whose it is by a salted hash of the address of email: whoever is shown it can compare, and a
badge that is passed on names nobody.
"""

import datetime
import hashlib
import secrets
from typing import Any
from urllib.parse import urljoin

import jwt
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.badges.keys import key_id, public_jwk, signing_key
from courses.models import Certificate

CONTEXT = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]


def signed_badge(certificate: Certificate, *, origin: str, keys_address: str) -> str:
    """Costs a query for the quiz. Raises ValueError where this hub has no key."""
    key = signing_key()
    if key is None:
        raise ValueError("This hub signs no badges")
    credential = credential_of(certificate, origin)
    claims = {"iss": credential["issuer"]["id"], "jti": credential["id"]}
    claims["nbf"] = int(certificate.issued_at.timestamp())
    if certificate.valid_until:
        claims["exp"] = int(end_of(certificate.valid_until).timestamp())
    headers = {"kid": key_id(key, keys_address), "jwk": public_jwk(key)}
    return jwt.encode({**credential, **claims}, key, algorithm="EdDSA", headers=headers)


def credential_of(certificate: Certificate, origin: str) -> dict[str, Any]:
    said = {
        "@context": CONTEXT,
        "id": urljoin(origin, certificate.get_absolute_url()),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": certificate.course_title,
        "issuer": {
            "id": origin,
            "type": ["Profile"],
            "name": settings.OPERATOR_NAME or "Common Ground",
            "url": origin,
        },
        "validFrom": moment(certificate.issued_at),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [identity(certificate.person.email)],
            "achievement": achievement(certificate, origin),
        },
    }
    if certificate.valid_until:
        said["validUntil"] = moment(end_of(certificate.valid_until))
    return said


def achievement(certificate: Certificate, origin: str) -> dict[str, Any]:
    course, quiz = certificate.course, certificate.attempt.quiz
    address = urljoin(origin, course.url or "/courses/")
    passing = _("Finish every lesson, then pass “%(quiz)s” with %(mark)d%% or more.")
    words = {"quiz": quiz.title, "mark": certificate.attempt.pass_mark}
    return {
        "id": address,
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": certificate.course_title,
        "description": course.summary or certificate.course_title,
        "criteria": {"id": address, "narrative": passing % words},
    }


def identity(email: str) -> dict[str, Any]:
    salt = secrets.token_hex(16)
    digest = hashlib.sha256(f"{email}{salt}".encode()).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"sha256${digest}",
        "identityType": "emailAddress",
        "salt": salt,
    }


def end_of(day: datetime.date) -> datetime.datetime:
    """The first moment after a day in London."""
    return timezone.make_aware(
        datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    )


def moment(when: datetime.datetime) -> str:
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
