"""Screens of content: two pages of every type there is, lists full and empty, search."""

from collections.abc import Iterator

from django.apps import apps
from django.utils import timezone
from wagtail.models import Page

from hub.access.pages import may_read_page, readable_pages
from hub.access.readers import ANONYMOUS, reader_for
from hub.guidance.models import GuidancePage
from hub.legislation.clml.document import document_of
from hub.legislation.clml.reading import tree_of
from hub.legislation.models import ProvisionPage
from hub.legislation.services.importing import import_document
from hub.pages.models import ListingPage
from hub.taxonomy.models import Theme
from search.learning.answers import Answer, sign
from tests.factories.clml import ITEM, clml, effect, section
from tests.factories.pages import act, provision
from tests.factories.searches import logged
from tests.gates.people import person
from tests.gates.screens import STRANGER, Screen, sent

# A member of the public can't read every page; this person can.
INSIDER = "practitioner"


def page_types() -> list[type[Page]]:
    """Page types of the hub's own apps."""
    return [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]


def reader_of(page: Page) -> str:
    return STRANGER if may_read_page(page, ANONYMOUS) else INSIDER


def page_screens() -> Iterator[Screen]:
    """The first and the last page of each type: one seldom has everything that a page can have."""
    insider = reader_for(person(INSIDER))
    for model in page_types():
        live = readable_pages(model.objects.order_by("pk"), insider)
        for page in {found.pk: found for found in (live.first(), live.last()) if found}.values():
            yield Screen(page.url, reader_of(page))


def list_screens() -> Iterator[Screen]:
    """Each list a page further, and empty: under a theme that no page has."""
    theme = Theme.objects.create(slug="new", name="New")
    for model in page_types():
        if issubclass(model, ListingPage):
            index = model.objects.live().get()
            yield Screen(f"{index.url}?page=2", reader_of(index))
            yield Screen(f"{index.url}?theme={theme.slug}", reader_of(index))


def search_screens() -> Iterator[Screen]:
    yield Screen("/search/")
    yield Screen("/search/?q=county+lines")
    yield Screen("/search/?q=county+lines&kind=guidance&page=2")
    yield Screen("/search/?q=cuckoing")
    yield Screen("/search/?q=zyxwvut")
    yield Screen("/search/before-asking/?title=cuckooing")
    page = GuidancePage.objects.get(slug="county-lines")
    yield Screen(f"/search/similar/guidance/{page.pk}/")
    useful = f"/useful/{page.pk}/"
    yield Screen(useful)
    yield Screen(f"{useful}?thanks=1")
    yield sent(useful, verdict="problem", words="Kai Green, 14, can't read it")
    answer = Answer(logged("cuckoing", timezone.localdate())[0], 1, 9)
    missed = f"/search/answers/{sign(answer)}/missed/"
    yield Screen(missed)
    yield Screen(f"{missed}?thanks=1")
    yield sent(missed, wanted="Somewhere for Kai Green, 14, to go")


def powers_screens() -> Iterator[Screen]:
    """Each page of the powers finder, and what it says where an answer or a tick is missing."""
    finder, beside = "/legislation/powers/", "/legislation/powers/side-by-side/"
    read = "exploited=yes&read=yes"
    home = f"{read}&who=housing&problem=home&about=adult&where=england"
    yield Screen(finder)
    yield Screen(f"{finder}?asked=exploited")
    yield Screen(f"{finder}?exploited=yes")
    yield Screen(f"{finder}?{read}&who=schools")
    yield Screen(f"{finder}?{home}")
    yield Screen(
        f"{finder}?exploited=no&who=police&problem=weapons&about=child&where=england", INSIDER
    )
    yield Screen(f"{finder}?exploited=no&who=health&problem=place&about=place&where=scotland")
    yield Screen(f"{beside}?{home}")
    chosen = ProvisionPage.objects.filter(slug__in=("section-1", "sections-76-to-84", "section-42"))
    ticked = "&".join(f"choose={page.pk}" for page in chosen)
    yield Screen(f"{beside}?{home}&{ticked}")


def law_screens() -> Iterator[Screen]:
    """Official text of a made-up act, with a change still to come; a day before, and no day."""
    text = clml(
        section("1", "The words of now.", start="2024-01-01"),
        effects=effect(date="2099-04-01") + effect("s. 1(3)", key="key-2", what="inserted"),
    )
    import_document(document=document_of(tree_of([text.encode()])))
    url = f"https://www.legislation.gov.uk/{ITEM}/section/1"
    page = provision([{"test": "In our words."}], under=act(), official_url=url)
    yield Screen(page.url)
    yield Screen(f"{page.url}?as-at=2019-05-01")
    yield Screen(f"{page.url}?as-at=tomorrow")


def content_screens() -> Iterator[Screen]:
    yield from page_screens()
    yield from list_screens()
    yield from search_screens()
    yield from law_screens()
    yield Screen("/help-now/")
    yield Screen("/how-to-share-practice/")
    yield Screen("/interventions/reading-evidence/")
    yield from powers_screens()
    yield Screen("/api/")
    yield Screen(f"{GuidancePage.objects.live().earliest('pk').url}?briefing=1")
    yield Screen(f"/pages/{GuidancePage.objects.live().earliest('pk').pk}/rests-on/")
    yield Screen("/guidance/nothing-here/", status=404)
    yield Screen("/", INSIDER)
    yield Screen(GuidancePage.objects.get(slug="ardale-who-to-call").url, INSIDER)
