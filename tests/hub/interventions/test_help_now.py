"""Get help now: for anyone, at any time, whatever the CMS holds."""

import pytest
from django.test import Client
from django.urls import reverse

from hub.interventions.models import HelpNow
from tests.factories.pages import referral, restrict

pytestmark = pytest.mark.django_db

CHILDLINE = {"name": "Childline", "number": "0800 1111", "note": "", "checked_on": "2026-11-22"}


def save_situation(*numbers: dict[str, str]) -> None:
    value = {"situation": "If you are under 19", "text": "Talk.", "numbers": list(numbers)}
    stream = HelpNow._meta.get_field("situations").stream_block
    HelpNow.objects.create(situations=stream.to_python([{"type": "situation", "value": value}]))


def html_of(client: Client) -> str:
    return client.get(reverse("help_now")).content.decode()


def test_the_address_is_the_one_in_every_header() -> None:
    assert reverse("help_now") == "/help-now/"


def test_an_empty_hub_still_says_to_call_999(client: Client) -> None:
    assert '<a href="tel:999">999</a>' in html_of(client)


def test_looking_for_help_writes_nothing(client: Client) -> None:
    html_of(client)
    assert not HelpNow.objects.exists()


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n"])
def test_only_the_first_line_of_the_introduction_stands_before_the_first_number(
    client: Client, gap: str
) -> None:
    save_situation(CHILDLINE)
    HelpNow.objects.update(introduction=f"You can call.{gap}We can't take a report.")
    html = html_of(client)
    places = [html.index(text) for text in ("You can call.", "0800 1111", "take a report.")]
    assert places == sorted(places)


def test_leaving_quickly_is_offered_here_with_its_limits(client: Client) -> None:
    html = html_of(client)
    assert "Exit this page" in html
    assert "Leaving quickly doesn't clear your browsing history." in html


def test_no_other_page_offers_to_leave_quickly(client: Client) -> None:
    assert b"Exit this page" not in client.get(referral().url).content


def test_a_number_says_when_it_was_checked(client: Client) -> None:
    save_situation(CHILDLINE)
    html = html_of(client)
    assert '<a href="tel:08001111">0800 1111</a>' in html
    assert "Number checked on 22 November 2026" in html


def test_an_unchecked_number_says_so(client: Client) -> None:
    save_situation(CHILDLINE | {"checked_on": None})
    assert "Number not yet checked" in html_of(client)


def test_routes_that_are_marked_for_it_are_named(client: Client) -> None:
    referral(title="Named route", show_on_help_now=True)
    referral(title="Other route")
    html = html_of(client)
    assert "Named route" in html
    assert "Other route" not in html


def test_a_closed_route_is_not_named(client: Client) -> None:
    restrict(referral(title="Secret route", show_on_help_now=True))
    assert "Secret route" not in html_of(client)


def test_more_routes_cost_no_more(client: Client, django_assert_num_queries) -> None:
    html_of(client)
    with django_assert_num_queries(3):
        html_of(client)
    for _ in range(3):
        referral(show_on_help_now=True)
    with django_assert_num_queries(3):
        html_of(client)
