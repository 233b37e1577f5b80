"""What rests on what, at both ends, for those who may know."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from hub.access.readers import ANONYMOUS, reader_for
from hub.pages.citations import cited_cards, used_by
from hub.pages.models import HubPage
from hub.pages.related import related_groups
from tests.factories.pages import guidance, policy, practice, provision, restrict, term
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def names(cards: object) -> list[str]:
    return [card.title for card in cards]


def test_a_link_shows_at_both_ends(client: Client) -> None:
    law = provision(title="Section 45")
    page = guidance(title="The first day", links=[law])
    assert law.url.encode() in client.get(page.url).content
    assert b"The first day" in client.get(law.url).content


def test_why_it_matters_stands_beside_the_link_and_is_escaped(client: Client) -> None:
    law, page = provision(title="Section 45"), guidance()
    page.links = [("link", {"page": law, "note": "The duty to share & <b>"})]
    page.save_revision().publish()
    html = client.get(page.url).content.decode()
    assert 'Section 45</a><div class="cg-meta">The duty to share &amp; &lt;b&gt;</div>' in html


def test_a_link_in_the_text_counts_as_well() -> None:
    word = term("Cuckooing")
    text = f'<p>Think of <a linktype="page" id="{word.pk}">cuckooing</a>.</p>'
    guidance(title="Homes", body=[("paragraph", text)])
    assert names(used_by(word, ANONYMOUS)) == ["Homes"]


@pytest.mark.parametrize(
    ("make", "field"), [(guidance, "agency_notes"), (policy, "our_note")], ids=["stream", "text"]
)
def test_so_does_one_outside_the_body(make: Callable[..., HubPage], field: str) -> None:
    word = term("Cuckooing")
    links = "".join(f'<a linktype="page" id="{pk}">it</a>' for pk in ("gone", word.pk))
    text = f"<p>Think of {links}.</p>"
    note = [("note", {"agency": "police", "text": text})]
    make(title="Homes", **{field: text if field == "our_note" else note})
    assert names(used_by(word, ANONYMOUS)) == ["Homes"]


def test_a_draft_of_new_links_changes_nothing_until_it_is_published() -> None:
    law = provision()
    page = guidance(title="The first day")
    page.links = [("link", {"page": law, "note": ""})]
    revision = page.save_revision()
    assert used_by(law, ANONYMOUS) == ()
    revision.publish()
    assert names(used_by(law, ANONYMOUS)) == ["The first day"]


def test_an_unpublished_page_uses_nothing() -> None:
    law = provision()
    guidance(links=[law]).unpublish()
    assert used_by(law, ANONYMOUS) == ()


def test_used_by_is_silent_about_pages_that_the_reader_may_not_see() -> None:
    law = provision()
    restrict(guidance(title="For members", links=[law]))
    assert used_by(law, reader_for(AnonymousUser())) == ()
    assert names(used_by(law, reader_for(UserFactory()))) == ["For members"]


def test_what_a_page_rests_on_is_silent_about_closed_pages() -> None:
    closed = provision(title="Closed law")
    page = guidance(links=[closed, provision(title="Open law")])
    restrict(closed)
    assert names(cited_cards("guidance", page.pk, ANONYMOUS)) == ["Open law"]


def test_a_deleted_page_leaves_no_citation() -> None:
    law = provision()
    guidance(links=[law]).delete()
    assert used_by(law, ANONYMOUS) == ()


def test_related_content_stands_under_its_kind_with_the_rest_by_name() -> None:
    law = provision(links=[])
    for _ in range(4):
        guidance(links=[law])
    practice(links=[law])
    groups = {group.label: group for group in related_groups(used_by(law, ANONYMOUS))}
    assert sorted(groups) == ["Guidance", "Practice examples"]
    assert len(groups["Guidance"].first) == 3
    assert len(groups["Guidance"].rest) == 1
