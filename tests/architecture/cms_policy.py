"""Which parts of the CMS are for which staff, by the first words of the address below cms/.

Who isn't staff finds none of them. Which pages somebody may open there, their rule says.
"""

from enum import Enum


class Staff(Enum):
    ALL = "authors, reviewers, trainers and administrators"
    EDITORS = "authors, reviewers and administrators"
    TEACHERS = "trainers and administrators"
    ADMINISTRATORS = "administrators"
    NOBODY = "nobody"


CMS: dict[str, Staff] = {
    "": Staff.ALL,
    "account": Staff.ALL,
    "agencies": Staff.ADMINISTRATORS,
    "agency_types": Staff.ADMINISTRATORS,
    "api": Staff.ALL,
    "approvals": Staff.ALL,
    "areas": Staff.ADMINISTRATORS,
    "audit": Staff.ADMINISTRATORS,
    "block-preview": Staff.ALL,
    "bulk": Staff.ALL,
    "certificates": Staff.TEACHERS,
    "choose-anchor-link": Staff.ALL,
    "choose-email-link": Staff.ALL,
    "choose-external-link": Staff.ALL,
    "choose-page": Staff.ALL,
    "choose-phone-link": Staff.ALL,
    "collections": Staff.ADMINISTRATORS,
    "content_requests": Staff.EDITORS,
    "course-reports": Staff.ALL,
    "dead-links": Staff.ALL,
    "dismissibles": Staff.ALL,
    "documents": Staff.ALL,
    "duty_shifts": Staff.ADMINISTRATORS,
    "editing-sessions": Staff.ALL,
    "email_domains": Staff.ADMINISTRATORS,
    "embeds": Staff.ALL,
    "extra_time": Staff.TEACHERS,
    "failwhale": Staff.NOBODY,
    "groups": Staff.ADMINISTRATORS,
    "gaps": Staff.ALL,
    "guide": Staff.ALL,
    "images": Staff.ALL,
    "judged_searches": Staff.EDITORS,
    "jsi18n": Staff.ALL,
    "marked_collections": Staff.ADMINISTRATORS,
    "memberships": Staff.ADMINISTRATORS,
    "organisations": Staff.ADMINISTRATORS,
    "page-checks": Staff.ALL,
    "pages": Staff.ALL,
    "people": Staff.ADMINISTRATORS,
    "redirects": Staff.ADMINISTRATORS,
    "reports": Staff.ALL,
    "search-quality": Staff.EDITORS,
    "search_picks": Staff.ADMINISTRATORS,
    "searches": Staff.EDITORS,
    "settings": Staff.ADMINISTRATORS,
    "sites": Staff.ADMINISTRATORS,
    "snippets": Staff.ALL,
    "sprite": Staff.ALL,
    "ripples": Staff.ALL,
    "staffed_hours": Staff.ADMINISTRATORS,
    "tag-autocomplete": Staff.NOBODY,
    "test404": Staff.ALL,
    "themes": Staff.ADMINISTRATORS,
    "unread-files": Staff.ALL,
    "upkeep": Staff.ALL,
    "usefulness": Staff.ALL,
    "users": Staff.ADMINISTRATORS,
    "waiting": Staff.ALL,
    "workflows": Staff.ADMINISTRATORS,
    "workshops": Staff.TEACHERS,
    "workflows/task_chooser": Staff.ALL,
}
# Doors that are closed or lead out, whoever comes.
CLOSED = ("login", "logout", "password_reset")


def part_of(address: str) -> str:
    """The first words below /cms/ of an address: two where they have a line, else one."""
    words = address.removeprefix("/cms/").split("/")
    two = "/".join(words[:2])
    return two if two in CMS else words[0]
