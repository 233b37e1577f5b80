"""What somebody can do in the CMS about a search that found too little."""

from urllib.parse import urlencode

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from hub.glossary.models import GlossaryIndexPage

# Label, address, and the permission without which the way is closed.
WAYS: tuple[tuple[Promise, str, str], ...] = (
    (_("Pick a page"), "search_picks:add", "search.add_pin"),
    (_("Ask for content"), "content_requests:add", "search.add_contentrequest"),
)


def ways_to_mend(words: str, user: AbstractBaseUser, glossary: str) -> SafeString:
    """Links to forms that are filled in with the words, where the user may open them.

    A synonym is written on its term, which `glossary`, the address of the list of terms, leads to.
    """
    filled_in = urlencode({"query": words})
    found = [
        (f"{reverse(name)}?{filled_in}", label)
        for label, name, permission in WAYS
        if user.has_perm(permission)
    ]
    if glossary:
        found.append((glossary, _("Add a synonym")))
    return format_html_join(" · ", '<a href="{}">{}</a>', found)


def glossary_in_cms() -> str:
    """Where terms are listed in the CMS; nothing where there is no glossary. One query."""
    index = GlossaryIndexPage.objects.values_list("pk", flat=True).first()
    return reverse("wagtailadmin_explore", args=[index]) if index else ""
