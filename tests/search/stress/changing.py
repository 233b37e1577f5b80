"""A hub whose content changes at random, as editors and colleagues change it."""

from collections.abc import Callable
from contextlib import suppress
from random import Random

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from hub.access.models import AccessRule, PageMarking
from hub.access.rules import EVERYONE, rule
from hub.access.tokens import MEMBER
from hub.forum.models import Space, Thread
from hub.guidance.models import GuidanceIndexPage
from hub.legislation.models import ActPage, LegislationIndexPage, ProvisionPage
from hub.pages.models import HubPage
from search.sync.capture import capture
from tests.factories import forum, pages

FEWEST, MOST = 5, 10


class Undone(Exception):
    """A request that fails at its end: all it wrote is taken back."""


class ChangingHub:
    """Each change is one transaction, as a request of the CMS or of the forum is."""

    def __init__(self, drawn: Random) -> None:
        self.drawn = drawn
        self.group = Group.objects.create(name="Task group")
        for _ in range(2):
            act = pages.act()
            pages.provision(under=act)
        self.guidance = pages.index_page(GuidanceIndexPage)
        self.acts = pages.index_page(LegislationIndexPage)
        self.question = forum.question()
        self.changes: list[Callable[[], object]] = [
            self.add, self.add_provision, self.edit, self.edit, self.save_a_draft,
            self.take_offline, self.move, self.move, self.restrict, self.restrict, self.open,
            self.regroup, self.mark, self.delete, self.ask, self.reply, self.close_a_space,
            self.undo,
        ]  # fmt: skip

    def change(self) -> str:
        """Answers the name of what it did."""
        full = len(self.pages()) > MOST
        chosen = self.delete if full else self.drawn.choice(self.changes)
        with capture():
            chosen()
        return chosen.__name__

    def pages(self) -> list[HubPage]:
        found = Page.objects.descendant_of(pages.home_page()).specific()
        return [page for page in found.order_by("pk") if isinstance(page, HubPage)]

    def a_page(self) -> HubPage:
        found = self.pages()
        return self.drawn.choice(found) if found else pages.guidance()

    def any_place(self) -> Page:
        return self.drawn.choice([self.a_page(), self.guidance, self.acts]).page_ptr

    def add(self) -> None:
        pages.guidance(summary=str(self.drawn.random()))

    def add_provision(self) -> None:
        acts = list(ActPage.objects.order_by("pk"))
        pages.provision(under=self.drawn.choice(acts) if acts else pages.act())

    def edit(self) -> None:
        page = self.a_page()
        page.summary = str(self.drawn.random())
        if self.drawn.random() < 0.2:
            page.slug = f"moved-{self.drawn.random()}".replace(".", "-")
        page.save_revision().publish()

    def save_a_draft(self) -> None:
        page = self.a_page()
        page.title = "Not yet public"
        page.save_revision()

    def take_offline(self) -> None:
        self.a_page().unpublish()

    def move(self) -> None:
        """A provision to another act, or one act with what is below it into the guidance."""
        provisions, acts = ProvisionPage.objects.order_by("pk"), ActPage.objects.order_by("pk")
        if self.drawn.random() < 0.3 and acts:
            page, target = (
                self.drawn.choice(list(acts)),
                self.drawn.choice([self.acts, self.guidance]),
            )
        elif provisions and acts:
            page, target = self.drawn.choice(list(provisions)), self.drawn.choice(list(acts))
        else:
            return self.add_provision()
        return Page.objects.get(pk=page.pk).move(Page.objects.get(pk=target.pk), pos="last-child")

    def restrict(self) -> None:
        page = self.any_place()
        page.get_view_restrictions().filter(page=page).delete()
        pages.restrict(page, *self.drawn.choice([(), (self.group,)]))

    def open(self) -> None:
        for restriction in PageViewRestriction.objects.order_by("?")[:1]:
            restriction.delete()

    def regroup(self) -> None:
        restrictions = list(PageViewRestriction.objects.filter(restriction_type="groups"))
        if restrictions:
            other = Group.objects.create(name=str(self.drawn.random()))
            self.drawn.choice(restrictions).groups.set([other])

    def mark(self) -> None:
        if not PageMarking.objects.all().delete()[0]:
            pages.mark_sensitive(self.a_page())

    def delete(self) -> None:
        if len(found := self.pages()) > FEWEST:
            Page.objects.get(pk=self.drawn.choice(found).pk).delete()

    def ask(self) -> None:
        forum.question(title=str(self.drawn.random()))

    def reply(self) -> None:
        threads = Thread.objects.order_by("pk")
        forum.reply(self.drawn.choice(list(threads)), body=str(self.drawn.random()))

    def close_a_space(self) -> None:
        space = self.drawn.choice(list(Space.objects.order_by("pk")))
        wanted = self.drawn.choice([EVERYONE, rule([MEMBER])])
        space.access_rule = AccessRule.objects.for_rule(wanted)
        space.save()

    def undo(self) -> None:
        """What the outer transaction of a failing request does, in the middle of this one."""
        with suppress(Undone), transaction.atomic():
            self.edit()
            self.restrict()
            raise Undone
