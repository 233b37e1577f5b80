from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    MEMBER = "member", _("Member")
    PRACTITIONER = "practitioner", _("Practitioner")
    LEAD = "lead", _("Dedicated lead")
    AUTHOR = "author", _("Author")
    REVIEWER = "reviewer", _("Reviewer")
    TRAINER = "trainer", _("Trainer")
    MODERATOR = "moderator", _("Moderator")
    SAFEGUARDING = "safeguarding", _("Safeguarding lead")
    ANALYST = "analyst", _("Analyst")
    FRONT_LINE = "front_line", _("Front-line team")
    ADMINISTRATOR = "administrator", _("Administrator")
    OWNER = "owner", _("Owner of a group")


# Holders see the CMS, so they sign in with a second factor.
STAFF_ROLES = frozenset({Role.AUTHOR, Role.REVIEWER, Role.TRAINER, Role.ADMINISTRATOR})
# What may be held in a group; it opens and rules that group alone.
GROUP_ROLES = frozenset({Role.MEMBER, Role.OWNER})
# Roles that count in any session. All others are above a practitioner and need a second factor.
EVERYDAY_ROLES = frozenset({Role.MEMBER, Role.PRACTITIONER, Role.OWNER})


class Marking(TextChoices):
    """Handling markings, lowest first. What nobody has marked is OFFICIAL."""

    OFFICIAL = "official", _("OFFICIAL")
    OFFICIAL_SENSITIVE = "official-sensitive", _("OFFICIAL-SENSITIVE")


class Basis(TextChoices):
    """Why the law allows a record of a person (UK GDPR, Article 6)."""

    PUBLIC_TASK = "public-task", _("Public task")
    LEGITIMATE_INTERESTS = "legitimate-interests", _("Legitimate interests")
    CONSENT = "consent", _("Consent")


class Ending(TextChoices):
    """What becomes of a record when the person's account is erased."""

    DELETED = "deleted", _("Deleted")
    CHANGED = "changed", _("Stays without what names you")
    RELEASED = "released", _("Stays, your part in it is taken out")
    STAYS = "stays", _("Stays under “former member”")
