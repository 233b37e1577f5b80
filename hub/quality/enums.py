from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Severity(TextChoices):
    """Only what the form of a page refuses to publish is a must; advice stops nobody."""

    MUST = "must", _("Must")
    ADVICE = "advice", _("Advice")


class FindingKind(TextChoices):
    NEEDED = "needed", _("Missing for readers")
    DETAILS = "details", _("Details of people")
    DEAD_LINKS = "dead_links", _("Links that lead nowhere")
    LAW = "law", _("Law without a link")
    ALTERNATIVES = "alternatives", _("Pictures and videos without words")
    TERMS = "terms", _("Unexplained words")
    LINK_TEXT = "link_text", _("Words of links")
    HEADINGS = "headings", _("Headings")
    READING = "reading", _("Hard to read")
    SENTENCES = "sentences", _("Long sentences")

    @property
    def severity(self) -> Severity:
        return Severity.MUST if self is FindingKind.NEEDED else Severity.ADVICE
