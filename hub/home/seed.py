"""Site, start page and index pages: what every hub needs before anyone writes a word."""

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Site

from hub.access.registry import kind_of_model
from hub.access.seed import seed_roots
from hub.home.models import HomePage, ThemeIndexPage
from hub.home.written import ensure_information, written
from hub.pages.models import ListingPage


@transaction.atomic
def seed_pages() -> None:
    """Adds what is missing. A page that someone renamed or moved is found by its type."""
    locale, _ = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    home = HomePage.objects.first() or make_home(locale)
    if not ThemeIndexPage.objects.exists():
        index = ThemeIndexPage(slug="themes", title="Themes", locale=locale)
        index.introduction = "Seven parts of one shared problem."
        home.add_child(instance=index)
    for model in listing_models():
        if not model.objects.exists():
            start = model.seed
            page = model(slug=start.slug, title=start.title, locale=locale)
            page.introduction = start.introduction
            home.add_child(instance=page)
    for item in written("information"):
        page = ensure_information(home, item, locale)
        for chapter in written(page.seed_name):
            ensure_information(page, chapter, locale)


def listing_models() -> list[type[ListingPage]]:
    """The index page types of all apps, in the order in which people meet what they list."""
    found = [model for model in apps.get_models() if issubclass(model, ListingPage)]
    return sorted(found, key=place_of)


def place_of(model: type[ListingPage]) -> int:
    kind = kind_of_model(model.listed_model)
    return kind.order if kind else 0


def make_home(locale: Locale) -> HomePage:
    """The start page at the root, in the place of Wagtail's welcome page."""
    root, _ = seed_roots()
    root.get_children().filter(slug="home").delete()
    root.refresh_from_db()
    home = root.add_child(
        instance=HomePage(
            title="What do you need to know today?",
            slug="home",
            lead="Guidance, law, training and colleagues for everyone who works to keep people "
            "safe from gangs, violence and exploitation.",
            locale=locale,
        )
    )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "port": 80,
            "root_page": home,
            "site_name": "Common Ground",
        },
    )
    return home
