from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """How far an example has come. Its author changes it as a draft and where changes are asked."""

    DRAFT = "draft", _("Draft")
    WAITING = "waiting", _("With the reviewers")
    CHANGES = "changes", _("Changes asked for")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Not taken on")
    PUBLISHED = "published", _("Published")


WITH_AUTHOR = frozenset({Status.DRAFT, Status.CHANGES})


class Verdict(TextChoices):
    """What a reviewer decides. The order is that of the form."""

    APPROVE = "approve", _("Approve it: it becomes a draft page")
    CHANGES = "changes", _("Ask for changes in the parts I commented on")
    DECLINE = "decline", _("Don't take it on")


class Part(TextChoices):
    """The parts of an example, in the order in which they are asked and commented on."""

    WHAT = "what", _("What it is about")
    DONE = "done", _("What was done")
    RESULTS = "results", _("What came of it")
    FILES = "files", _("Pictures and files")
    CONSENT = "consent", _("Who agreed and who stands behind it")
