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
    ANALYST = "analyst", _("Analyst")
    ADMINISTRATOR = "administrator", _("Administrator")


# Holders see the CMS, so they sign in with a second factor.
STAFF_ROLES = frozenset({Role.AUTHOR, Role.REVIEWER, Role.TRAINER, Role.ADMINISTRATOR})
