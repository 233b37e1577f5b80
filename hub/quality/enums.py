from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FindingKind(TextChoices):
    """All is advice and stops nobody, but for what the form of a page won't be published without.

    The order is that of their weight.
    """

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
