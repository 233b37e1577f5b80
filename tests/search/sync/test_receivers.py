"""What changes a thing outside the CMS reaches its rows in the same transaction."""

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page

from hub.access.models import AccessRule, GroupToken
from hub.access.readers import ANONYMOUS
from hub.access.rules import rule
from hub.access.tokens import MEMBER
from hub.forum.services import hide_post
from hub.legislation.models import ActPage, LegislationIndexPage
from hub.taxonomy.models import Theme
from search.enums import Facet
from search.models import Entry, EntrySection
from tests.factories import forum, pages
from tests.search.sync.oracle import faults

pytestmark = pytest.mark.django_db


def entry(page: Page) -> Entry:
    return Entry.objects.select_related("text", "rule", "labels").get(
        kind=page.kind_name, object_id=page.pk
    )


def test_a_page_has_its_themes_from_the_start() -> None:
    page = pages.guidance(themes=["mapping"])
    assert entry(page).labels.slugs[Facet.THEME.value] == ["mapping"]


def test_a_theme_added_later_reaches_the_entry() -> None:
    page = pages.guidance()
    page.themes.add(Theme.objects.get(slug="leadership"))
    page.save()
    assert list(Entry.objects.labelled(Facet.THEME, "leadership")) == [entry(page)]


def test_a_draft_has_no_entry() -> None:
    page = pages.guidance(live=False)
    assert not Entry.objects.filter(kind="guidance", object_id=page.pk).exists()


def test_an_edit_in_draft_leaves_the_entry_alone() -> None:
    page = pages.guidance(title="Public words")
    before = entry(page).version
    page.title = "Private words"
    page.save_revision()
    assert (entry(page).text.title, entry(page).version) == ("Public words", before)


def test_saving_without_a_change_writes_no_version() -> None:
    page = pages.guidance()
    before = entry(page).version
    page.save()
    assert entry(page).version == before


def test_restrictions_on_two_levels_add_up() -> None:
    page = pages.provision()
    first, second = (Group.objects.create(name=name) for name in ("One", "Two"))
    pages.restrict(page.get_parent(), first)
    pages.restrict(page, second)
    assert entry(page).rule.rule == rule([f"group:{first.pk}"], [f"group:{second.pk}"])


def test_a_token_for_a_group_changes_the_rule() -> None:
    page, group = pages.guidance(), Group.objects.create(name="All members")
    pages.restrict(page, group)
    GroupToken.objects.create(group=group, token=MEMBER)
    assert entry(page).rule.rule == rule([MEMBER])


def test_deleting_a_group_closes_what_it_opened() -> None:
    page, group = pages.guidance(), Group.objects.create(name="Insiders")
    pages.restrict(page, group)
    group.delete()
    assert faults() == []
    assert not Entry.objects.readable_by(ANONYMOUS).filter(object_id=page.pk, kind="guidance")


def test_a_group_taken_from_its_own_side_changes_the_rule() -> None:
    page, group = pages.guidance(), Group.objects.create(name="Insiders")
    restriction = pages.restrict(page, group)
    group.pageviewrestriction_set.remove(restriction)
    assert faults() == []


@pytest.mark.django_db(transaction=True)
def test_a_move_outside_the_cms_is_right_after_the_commit() -> None:
    act, closed = pages.act(), pages.act()
    provision = pages.provision(under=act)
    pages.restrict(closed)
    with transaction.atomic():
        Page.objects.get(pk=provision.pk).move(Page.objects.get(pk=closed.pk), pos="last-child")
    assert faults() == []
    assert not Entry.objects.readable_by(ANONYMOUS).filter(kind="provision")


@pytest.mark.django_db(transaction=True)
def test_a_new_slug_outside_the_cms_changes_every_address_below() -> None:
    provision = pages.provision()
    act = ActPage.objects.get(pk=provision.get_parent().pk)
    act.slug = "renamed"
    act.save()
    assert "/renamed/" in entry(provision).text.url
    assert faults() == []


def test_closing_a_list_closes_what_is_below() -> None:
    provision = pages.provision()
    pages.restrict(pages.index_page(LegislationIndexPage))
    assert entry(provision).rule.rule == rule([MEMBER])


def test_a_reply_writes_one_section() -> None:
    thread = forum.question()
    forum.reply(thread)
    before = set(EntrySection.objects.values_list("pk", "text"))
    forum.reply(thread, body="Another answer.")
    added = set(EntrySection.objects.values_list("pk", "text")) - before
    assert [text for _, text in added] == ["Another answer."]


def test_a_hidden_question_takes_its_thread_out() -> None:
    thread = forum.question()
    hide_post(post=forum.first_post(thread), by=forum.moderator(), reason="Names a person.")
    assert not Entry.objects.filter(kind="thread").exists()


def test_a_space_that_closes_closes_its_threads() -> None:
    space = forum.SpaceFactory()
    forum.question(space=space)
    space.access_rule = AccessRule.objects.for_rule(rule([MEMBER]))
    space.save()
    assert Entry.objects.get(kind="thread").rule.rule == rule([MEMBER])
