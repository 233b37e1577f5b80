"""What each action is called where people read the audit record.

An app names its own in `kinds.py`. One that nobody named shows as it is stored.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

_words: dict[str, Words] = {}


def name_actions(words: Mapping[str, Words]) -> None:
    _words.update(words)


def words_for(action: str) -> str:
    return str(_words.get(action, action))


def choices() -> list[tuple[str, Words]]:
    """Every named action, by its words."""
    return sorted(_words.items(), key=lambda item: str(item[1]))


name_actions(
    {
        "audit.purged": _("Audit record: oldest part emptied"),
        "audit.read": _("Audit record: read"),
        "collection.opened_up": _("Collection: restriction lifted"),
        "collection.restricted": _("Collection: restriction set"),
        "document.viewed": _("Restricted document: opened"),
        "image.viewed": _("Restricted image: seen"),
        "list.exported": _("List of the CMS: taken away as a file"),
        "marking.kept": _("Marking: kept by a page that left what bore it"),
        "marking.official": _("Marking: lowered to OFFICIAL"),
        "marking.official-sensitive": _("Marking: raised to OFFICIAL-SENSITIVE"),
        "membership.confirmed": _("Membership: confirmed by its holder"),
        "membership.ended": _("Membership: ended"),
        "membership.granted": _("Membership: granted"),
        "page.approved": _("Page: approved"),
        "page.deleted": _("Page: deleted"),
        "page.moved": _("Page: moved"),
        "page.opened": _("Restricted page: opened in the CMS"),
        "page.opened_up": _("Page: restriction lifted"),
        "page.published": _("Page: published"),
        "page.restricted": _("Page: restriction set"),
        "page.scheduled": _("Page: scheduled"),
        "page.sent_back": _("Page: sent back"),
        "page.unpublished": _("Page: unpublished"),
        "page.viewed": _("Restricted page: seen"),
    }
)
