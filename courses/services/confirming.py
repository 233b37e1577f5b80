"""Whether a certificate belongs to a name. Nothing here hands out a name."""

import unicodedata

from courses.models import Certificate


def confirm_certificate(*, number: str, name: str) -> Certificate | None:
    """The certificate of that number if it was issued to that name, revoked or not.

    Also one whose holder erased their account, which by then names nobody.
    """
    found = Certificate.objects.filter(code=code_of(number)).first()
    if found and found.person_name and not is_same_name(found.person_name, name):
        return None
    return found


def code_of(number: str) -> str:
    """What people type or paste, without its spaces and hyphens."""
    return "".join(filter(str.isalnum, number)).lower()


def is_same_name(one: str, other: str) -> bool:
    """Capitals, accents, spaces, hyphens and apostrophes make no difference. None is no name."""
    return bool(bare(one)) and bare(one) == bare(other)


def bare(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(filter(str.isalnum, letters))
