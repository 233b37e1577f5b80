"""Site, start page and index pages: what every hub needs before anyone writes a word."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from courses.models import CourseIndexPage
from hub.glossary.models import GlossaryIndexPage
from hub.guidance.models import GuidanceIndexPage, PracticeIndexPage
from hub.home.models import HomePage, ThemeIndexPage
from hub.interventions.models import InterventionIndexPage, ReferralIndexPage
from hub.legislation.models import LegislationIndexPage
from hub.policy.models import PolicyIndexPage

INDEX_PAGES: tuple[tuple[type[Page], str, str, str], ...] = (
    (ThemeIndexPage, "themes", "Themes", "Seven parts of one shared problem."),
    (
        GuidanceIndexPage,
        "guidance",
        "Guidance",
        "What to do and why, for the moment you are in and the job you have.",
    ),
    (
        PracticeIndexPage,
        "practice",
        "Practice examples",
        "What other areas did, what it took, and how strong the evidence is.",
    ),
    (
        LegislationIndexPage,
        "legislation",
        "Law",
        "Duties, powers, offences, defences and orders in plain words, with the official text.",
    ),
    (
        PolicyIndexPage,
        "policy",
        "Policy notes",
        "What national documents ask of whom, and whether they still stand.",
    ),
    (
        GlossaryIndexPage,
        "glossary",
        "Glossary",
        "Shared words, street words, and words to take care with.",
    ),
    (
        InterventionIndexPage,
        "interventions",
        "Interventions",
        "Approaches to violence and exploitation: what they are and what is known of them.",
    ),
    (
        ReferralIndexPage,
        "referrals",
        "Referral routes",
        "Who refers where, when, how fast, and what to write.",
    ),
    (CourseIndexPage, "courses", "Courses", "Short lessons, a quiz, and proof that you passed."),
)


@transaction.atomic
def seed_pages() -> None:
    """Adds what is missing. A page that someone renamed or moved is found by its type."""
    locale, _ = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    home = HomePage.objects.first() or make_home(locale)
    for model, slug, title, introduction in INDEX_PAGES:
        if not model.objects.exists():
            home.add_child(
                instance=model(slug=slug, title=title, introduction=introduction, locale=locale)
            )


def make_home(locale: Locale) -> HomePage:
    """The start page at the root, in the place of Wagtail's welcome page."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
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
