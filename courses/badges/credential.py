"""A certificate as an Open Badges 3.0 credential, signed as a JWT (8.2 of the specification).

It says whose it is by a salted hash of the address of email: whoever is shown it can compare, and a
badge that is passed on names nobody. Whether it was revoked stands in a list (1EdTech Revocation
List Status Method 1.0).
"""

import datetime
import hashlib
import secrets
from typing import Any
from urllib.parse import urljoin
from uuid import UUID, uuid5

import jwt
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.badges.keys import key_id, public_jwk, signing_key
from courses.models import Certificate

CONTEXT = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
]
# The namespace of badges' ids. Another one would make other ids of badges that are out already.
BADGES = UUID("6f1c3a52-8f0e-4b57-9d0b-2c5a7c1e94d3")


def badge_id(code: str) -> str:
    """Follows from the number of a certificate and doesn't lead back to it.

    Ids of revoked badges are public. With the number anybody could try out names.
    """
    return uuid5(BADGES, code).urn


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
        "id": badge_id(certificate.code),
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
        "evidence": [
            {
                "id": urljoin(origin, certificate.get_absolute_url()),
                "type": ["Evidence"],
                "name": _("Where the certificate is checked"),
            }
        ],
        "credentialStatus": {
            "id": urljoin(origin, reverse("courses:revoked_badges")),
            "type": "1EdTechRevocationList",
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


def revocation_list(origin: str) -> dict[str, Any]:
    """Ids alone, in no order that tells when. One query."""
    codes = Certificate.objects.revoked().values_list("code", flat=True)
    return {
        "id": urljoin(origin, reverse("courses:revoked_badges")),
        "issuer": origin,
        "revokedCredential": [
            {"id": revoked, "revoked": True} for revoked in sorted(map(badge_id, codes))
        ],
    }


def end_of(day: datetime.date) -> datetime.datetime:
    """The first moment after a day in London."""
    return timezone.make_aware(
        datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    )


def moment(when: datetime.datetime) -> str:
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
