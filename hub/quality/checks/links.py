"""Links whose words say nothing, and links that lead nowhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page

from hub.pages.models import HubPage
from hub.pages.references import Reference
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding, Place, short
from hub.quality.passages import TAG, Passage, Role
from hub.quality.surroundings import Surroundings
from hub.weblinks.models import WebLink

LINK = re.compile(r"<a\b[^<>]*>(?P<words>(?:[^<]|<(?!/?a\b))*)</a>")
BARE = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>]+", re.I)
WORDS = re.compile(r"\w+")
EMPTY_WORDS = {
    *("click", "click here", "details", "download", "find out more", "follow this link"),
    *("go here", "here", "info", "learn more", "link", "more", "more details", "more info"),
    *("more information", "page", "read more", "see here", "see more", "this", "this link"),
    *("this page", "this site", "this website", "website"),
}


def link_words(texts: Iterable[Passage]) -> Iterator[Finding]:
    for passage in texts:
        linked = [unescape(TAG.sub("", words)) for words in LINK.findall(passage.html)]
        for words in linked:
            said = " ".join(WORDS.findall(words.casefold()))
            if said in EMPTY_WORDS:
                text = _("The words “%(words)s” don't say where the link leads.")
                yield Finding(FindingKind.LINK_TEXT, passage.place, text % {"words": words})
            elif not said:
                yield Finding(FindingKind.LINK_TEXT, passage.place, _("A link has no words."))
        bare = BARE.search(passage.text) if passage.role in (Role.PROSE, Role.SHORT) else None
        if bare:
            text = _("“%(words)s” is an address where words could be a link.")
            values = {"words": short(bare[0])}
            yield Finding(FindingKind.LINK_TEXT, passage.place, text % values)


def dead_links(page: HubPage, texts: Sequence[Passage], around: Surroundings) -> Iterator[Finding]:
    """Pages and files that not all readers can open, and what other sites took away.

    Nobody is asked here: other sites answered the sweep, where the operator has it on. One
    sentence for what is gone, unpublished or closed: it must tell nobody which.
    """
    for found in dict.fromkeys(around.references):
        if not around.leads(found):
            yield Finding(FindingKind.DEAD_LINKS, place_of(page, found), closed_words(found))
    for link in around.dead:
        yield Finding(FindingKind.DEAD_LINKS, place_of_link(page, texts, link), dead_words(link))


def closed_words(found: Reference) -> str:
    if issubclass(found.model, Page):
        return _("A link leads to a page that not all readers of this one can open.")
    return _("A file is shown or linked that not all readers of this page can open.")


def dead_words(link: WebLink) -> str:
    """Since when, where the sweep noted it."""
    text = _("The link %(url)s has led nowhere since %(day)s: %(problem)s.")
    day = date_format(localtime(link.failing_since), "j F Y") if link.failing_since else "?"
    return text % {"url": link.url, "day": day, "problem": link.problem}


def place_of(page: HubPage, found: Reference) -> Place:
    field = page._meta.get_field(found.field)
    return Place(found.field, capfirst(str(field.verbose_name)), found.block)


def place_of_link(page: HubPage, texts: Sequence[Passage], link: WebLink) -> Place:
    """Where its address first stands; the page's title where it stands in no text."""
    for passage in texts:
        if link.url in unescape(passage.html) or link.url in passage.text:
            return passage.place
    for field in page._meta.concrete_fields:
        if link.url in str(field.value_from_object(page)):
            return Place(field.name, capfirst(str(field.verbose_name)))
    return Place("title", _("Title"))
