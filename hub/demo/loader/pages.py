"""Makes pages that are missing, and ties them together once all of them exist."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from django.contrib.auth.models import Group
from django.utils.text import slugify
from wagtail.models import Page

from hub.demo.loader.content import Fact, read
from hub.demo.loader.streams import change_stream, link_stream, source_stream
from hub.pages.kinds import kinds_of_pages
from hub.pages.models import HubPage
from hub.pages.written import body_stream
from hub.taxonomy.models import AgencyType, Nation, Theme
from hub.users.models import User

OPENED = date(2026, 10, 1)
NINE = time(9)


class Shelf:
    """Pages by fact id, those made in this run, their keepers, groups by key, tag rows by slug."""

    def __init__(self, people: Mapping[str, User], groups: Mapping[str, Group]) -> None:
        self.groups = groups
        self.people = people
        self.pages = {page.fact_id: page for page in pages_with_facts()}
        self.made: list[tuple[HubPage, Fact]] = []
        self.themes = {row.slug: row for row in Theme.objects.all()}
        self.audiences = {row.slug: row for row in AgencyType.objects.all()}
        self.nations = {row.slug: row for row in Nation.objects.all()}

    def ensure(self, parent: Page, page: HubPage, fact: Fact) -> HubPage:
        """The page of this fact: the one that is there, or this one, published below parent."""
        found = self.pages.get(fact["id"])
        if found is not None:
            return found
        page.fact_id = fact["id"]
        page.slug = fact.get("slug") or page.slug or slugify(page.title)[:200]
        page.first_published_at = page.last_published_at = published_at(fact)
        page.sources = source_stream(fact, page.title)
        page.change_notes = change_stream(fact)
        page.search_words = "\n".join(read("search_words").get(page.fact_id, ()))
        page.page_owner = self.people[fact.get("owner", "author")]
        page.reviewer = self.people[fact.get("reviewer", "reviewer")]
        page.owner_role = page.usual_role
        page.reviewed_on, page.review_on = fact.get("reviewed_on"), fact.get("review_on")
        parent.add_child(instance=page)
        self.pages[page.fact_id] = page
        self.made.append((page, fact))
        return page

    def tie(self) -> None:
        """Gives the pages made in this run their tags, links and bodies: every target exists."""
        for page, fact in self.made:
            self.tag(page, fact)
            ids = fact.get("links") or fact.get("related") or []
            targets = [self.pages[i] for i in dict.fromkeys(ids) if i in self.pages]
            page.links = link_stream(page.fact_id, [t for t in targets if t.pk != page.pk])
            if fact.get("body"):
                page.body = body_stream(page.fact_id, fact["body"], self.pages)
            page.save()

    def tag(self, page: HubPage, fact: Fact) -> None:
        """Themes, audiences and nations by slug; a fact that names none leaves them open."""
        themes = fact.get("themes") or fact.get("related_themes") or []
        page.themes = [self.themes[slug.removeprefix("th-")] for slug in themes]
        page.audiences = [self.audiences[slug] for slug in fact.get("audiences") or []]
        page.nations = [self.nations[slug] for slug in fact.get("nations") or []]


def published_at(fact: Fact) -> datetime:
    """The day of its first change note; what has none was there when the hub opened."""
    notes = fact.get("change_notes") or []
    day = min((note["date"] for note in notes), default=OPENED)
    return datetime.combine(day, NINE, tzinfo=UTC)


def pages_with_facts() -> list[HubPage]:
    """Every page of every kind that came from a fact. One query per kind."""
    return [page for kind in kinds_of_pages() for page in kind.model.objects.exclude(fact_id="")]
