"""The signed part of the address of a private feed, and whose it is."""

from django.core.signing import BadSignature, Signer

from hub.notices.models import FeedKey
from hub.users.models import User

SALT = "notices.feeds"


def token_of(key: FeedKey) -> str:
    return Signer(salt=SALT).sign(key.seed)


def person_with(token: str) -> User | None:
    """Whose feeds a token opens; None for one that is forged, renewed or revoked. One query."""
    try:
        seed = Signer(salt=SALT).unsign(token)
    except BadSignature:
        return None
    key = FeedKey.objects.filter(seed=seed, person__is_active=True).select_related("person").first()
    return key.person if key else None
