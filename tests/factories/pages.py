"""Pages in a tree below the site's home page, published, with the least that each kind needs."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import Any, TypeVar

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction, Site

from hub.access.enums import Marking
from hub.access.models import PageMarking
from hub.glossary.models import GlossaryIndexPage, TermPage
from hub.guidance.models import (
    GuidanceIndexPage,
    GuidancePage,
    PracticeIndexPage,
    PracticePage,
    ToolIndexPage,
    ToolPage,
)
from hub.home.models import ThemeIndexPage, ThemePage
from hub.interventions.models import (
    InterventionIndexPage,
    InterventionPage,
    ReferralIndexPage,
    ReferralRoutePage,
)
from hub.legislation.enums import ProvisionKind, Status
from hub.legislation.models import (
    ActPage,
    LegislationIndexPage,
    ProvisionPage,
    ProvisionVersion,
)
from hub.legislation.powers.enums import Concern, Intrusion, Problem
from hub.pages.models import HubPage
from hub.policy.models import PolicyIndexPage, PolicyPage
from hub.taxonomy.models import AgencyType, Nation, Theme

SLUGS: dict[type[Page], str] = {
    GuidanceIndexPage: "guidance",
    PracticeIndexPage: "practice",
    ToolIndexPage: "tools",
    LegislationIndexPage: "legislation",
    PolicyIndexPage: "policy",
    GlossaryIndexPage: "glossary",
    InterventionIndexPage: "interventions",
    ReferralIndexPage: "referrals",
}
AnyPage = TypeVar("AnyPage", bound=Page)
AnyHubPage = TypeVar("AnyHubPage", bound=HubPage)
numbers = count(1)


def home_page() -> Page:
    return Site.objects.select_related("root_page").get(is_default_site=True).root_page


def index_page(model: type[AnyPage]) -> AnyPage:
    """The one index page of its type; the seed may have made it already."""
    found = model.objects.first()
    if found:
        return found
    page = model(title=SLUGS[model].title(), slug=SLUGS[model])
    return home_page().add_child(instance=page)


def add_page(model: type[AnyHubPage], parent: Page, **fields: Any) -> AnyHubPage:
    """A live page. `themes`, `audiences` and `nations` take slugs; `links` takes pages."""
    number = next(numbers)
    fields.setdefault("title", f"{model.kind_name.title()} {number}")
    themes = fields.pop("themes", ())
    audiences = fields.pop("audiences", ())
    nations = fields.pop("nations", ())
    fields["links"] = [("link", {"page": page, "note": ""}) for page in fields.pop("links", ())]
    page = model(**fields)
    page.themes = rows(Theme, themes)
    page.audiences = rows(AgencyType, audiences)
    page.nations = rows(Nation, nations)
    # Pages above may have got children since this copy of the parent was read.
    return Page.objects.get(pk=parent.pk).add_child(instance=page)


def rows(model: type[Any], slugs: Iterable[str]) -> list[Any]:
    """Seeded rows by slug, made where a test names its own."""
    return [model.objects.get_or_create(slug=slug, defaults={"name": slug})[0] for slug in slugs]


def guidance(**fields: Any) -> GuidancePage:
    return add_page(GuidancePage, index_page(GuidanceIndexPage), **fields)


def practice(**fields: Any) -> PracticePage:
    fields.setdefault("place", "A small town")
    return add_page(PracticePage, index_page(PracticeIndexPage), **fields)


def tool(**fields: Any) -> ToolPage:
    return add_page(ToolPage, index_page(ToolIndexPage), **fields)


def act(**fields: Any) -> ActPage:
    return add_page(ActPage, index_page(LegislationIndexPage), **fields)


def provision(
    versions: Sequence[dict[str, Any]] | None = None, under: ActPage | None = None, **fields: Any
) -> ProvisionPage:
    """A provision with these versions; with one in force since 2015 where none are given."""
    fields.setdefault("kind", ProvisionKind.OFFENCE)
    fields.setdefault("section_label", "Section 1")
    usual = {"status": Status.IN_FORCE, "effective_from": date(2015, 7, 31), "test": "The test."}
    made = [
        ProvisionVersion(**(usual | given)) for given in ([{}] if versions is None else versions)
    ]
    return add_page(ProvisionPage, under or act(), versions=made, **fields)


def findable(versions: Sequence[dict[str, Any]] | None = None, **fields: Any) -> ProvisionPage:
    """A provision in the powers finder: a power over a child's safety for the police in England.

    `acting` and `asking` take slugs.
    """
    usual = {
        "kind": ProvisionKind.POWER,
        "intrusion": Intrusion.ORDER,
        "acting": ["police"],
        "asking": [],
        "problems": [Problem.EXPLOITATION.value],
        "concerns": [Concern.CHILD.value],
        "nations": ["england"],
    }
    given = usual | fields
    for part in ("acting", "asking"):
        given[part] = rows(AgencyType, given[part])
    return provision(versions, **given)


def policy(**fields: Any) -> PolicyPage:
    return add_page(PolicyPage, index_page(PolicyIndexPage), **fields)


def term(title: str = "", **fields: Any) -> TermPage:
    fields.setdefault("definition", "What the word means.")
    named = {"title": title} if title else {}
    return add_page(TermPage, index_page(GlossaryIndexPage), **named, **fields)


def intervention(**fields: Any) -> InterventionPage:
    fields.setdefault("what_it_is", "What people do.")
    return add_page(InterventionPage, index_page(InterventionIndexPage), **fields)


def referral(**fields: Any) -> ReferralRoutePage:
    return add_page(ReferralRoutePage, index_page(ReferralIndexPage), **fields)


def restrict(page: Page, *groups: Group) -> PageViewRestriction:
    """Closes a page and all below it to everyone outside the groups; to the public if none."""
    kind = PageViewRestriction.GROUPS if groups else PageViewRestriction.LOGIN
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    restriction.groups.set(groups)
    return restriction


def mark_sensitive(page: Page) -> PageMarking:
    """Marks a page and all below it OFFICIAL-SENSITIVE."""
    return PageMarking.objects.create(page_id=page.pk, level=Marking.OFFICIAL_SENSITIVE)


def theme_page(theme: Theme, **fields: Any) -> ThemePage:
    return add_page(
        ThemePage, ThemeIndexPage.objects.get(), title=theme.name, theme=theme, **fields
    )
