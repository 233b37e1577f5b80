from typing import NamedTuple

from django.utils.translation import gettext as _

from hub.users.models import User


class Signature(NamedTuple):
    """How a post is signed: a name, what stands beside it, and both as words of a sentence."""

    name: str
    label: str
    in_sentence: str


def signature_of(author: User | None, *, is_imported: bool = False) -> Signature:
    """Of nobody where it is anonymous: no role, agency or area. Select the profile for no query."""
    if is_imported:
        return Signature(
            _("Imported"), _("Brought in from elsewhere, without a name"), _("somebody elsewhere")
        )
    if author is None:
        return Signature(
            _("Anonymous"), _("A member who gave no name"), _("a member without a name")
        )
    return Signature(author.get_full_name(), author.public_label, author.label_in_sentence)
