"""What every page of the knowledge base does alike."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.pages.models import HubPage
from tests.factories import pages

pytestmark = pytest.mark.django_db

KINDS = [
    pages.guidance,
    pages.practice,
    pages.tool,
    pages.act,
    pages.provision,
    pages.policy,
    pages.term,
    pages.intervention,
    pages.referral,
]
every_kind = pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)


@every_kind
def test_a_page_shows_its_title_summary_nation_and_how_to_cite_it(client: Client, make) -> None:
    page = make(title="A fine page", summary="In short.", nations=["wales"])
    html = client.get(page.url).content.decode()
    assert "<h1>A fine page</h1>" in html
    assert "Applies to Wales" in html
    assert f"/forum/ask/?about={page.pk}" in html


@every_kind
def test_a_closed_page_answers_as_if_it_were_missing(client: Client, make) -> None:
    page = make()
    pages.restrict(page)
    assert client.get(page.url).status_code == 404


@every_kind
def test_a_page_costs_the_same_however_many_pages_use_it(client: Client, make) -> None:
    page = make()
    pages.guidance(links=[page])
    client.get(page.url)
    with CaptureQueriesContext(connection) as few:
        client.get(page.url)
    for _ in range(4):
        pages.guidance(links=[page])
    with CaptureQueriesContext(connection) as many:
        client.get(page.url)
    assert len(many) == len(few)


@every_kind
def test_no_id_stands_twice_on_a_page(client: Client, make) -> None:
    html = client.get(make().url).content.decode()
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert sorted(ids) == sorted(set(ids))


@every_kind
def test_search_can_jump_to_every_section_it_is_told_of(client: Client, make) -> None:
    page = make()
    html = client.get(page.url).content.decode()
    missing = [part.anchor for part in page.sections() if f'id="{part.anchor}"' not in html]
    assert missing == []


@pytest.mark.parametrize("slug", ["share", "powers", "ask"])
def test_a_page_may_not_take_an_address_of_the_hub(slug: str) -> None:
    page = pages.guidance()
    page.slug = slug
    with pytest.raises(ValidationError) as raised:
        page.full_clean()
    assert "slug" in raised.value.message_dict


def banner_of(**fields: object) -> object:
    banner = pages.guidance(**fields).banner()
    return banner and banner.title


def test_a_page_is_overdue_only_once_its_day_has_passed() -> None:
    today = timezone.localdate()
    assert banner_of(review_on=today) is None
    assert banner_of(review_on=date(2026, 6, 3)) == "Due for review since 3 June 2026"


def test_a_withdrawn_page_says_so_and_nothing_else() -> None:
    long_ago = timezone.localdate() - timedelta(days=400)
    assert banner_of(withdrawn_on=date(2026, 1, 2), review_on=long_ago) == (
        "Withdrawn on 2 January 2026"
    )


def test_all_four_nations_are_the_whole_united_kingdom() -> None:
    everywhere = ["england", "wales", "scotland", "northern_ireland"]
    assert pages.term(nations=everywhere).applies_to() == "the whole United Kingdom"
    assert pages.term(nations=["england", "wales"]).applies_to() == "England and Wales"


def test_the_newest_change_note_dates_a_page() -> None:
    notes = [
        ("note", {"date": date(2026, 3, 1), "text": "First.", "significance": "minor"}),
        ("note", {"date": date(2026, 9, 1), "text": "Second.", "significance": "major"}),
    ]
    assert pages.guidance(change_notes=notes).updated_on == date(2026, 9, 1)


def test_about_this_page_says_which_sources_were_checked(client: Client) -> None:
    source = {"title": "The act", "url": "https://law.example/1", "checked_on": date(2026, 11, 22)}
    page: HubPage = pages.guidance(
        sources=[
            ("source", source | {"confidence": "verified"}),
            ("source", {"title": "A talk", "url": "", "confidence": "general"}),
        ]
    )
    html = client.get(page.url).content.decode()
    assert "Checked against the source on 22 November 2026" in html
    assert "Not yet checked against the source" in html


def test_the_start_page_is_called_home_in_the_breadcrumb(client: Client) -> None:
    page = pages.guidance()
    assert page.crumbs()[0] == ("Home", "/")
    assert '<a href="/">Home</a>' in client.get(page.url).content.decode()
