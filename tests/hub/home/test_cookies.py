"""The page about cookies can't lie: what the hub really sets is compared with its table."""

import pytest
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from hub.access.enums import Role
from hub.home.models import InformationPage
from tests.factories.pages import guidance
from tests.factories.people import PASSWORD, UserFactory, staff_client

pytestmark = pytest.mark.django_db

# How the page words a lifetime in seconds; an empty one ends with the browser.
WORDS: dict[str | int, str] = {
    "": "you close the browser",
    12 * 3600: "12 hours",
    365 * 24 * 3600: "A year",
    52 * 7 * 24 * 3600: "52 weeks",
}
SET_BY_SCRIPT = "wagtail_sidebar_collapsed"
Seen = dict[str, set[str | int]]


def told() -> dict[str, str]:
    """Name and lifetime of each cookie in the table of the page."""
    page = InformationPage.objects.get(seed_name="cookies")
    table = next(block.value for block in page.body if block.block_type == "table")
    return {row["cells"][0]: row["cells"][-1] for row in table["rows"]}


def note(seen: Seen, response: HttpResponse) -> HttpResponse:
    for name, cookie in response.cookies.items():
        if cookie.value:
            seen.setdefault(name, set()).add(cookie["max-age"])
    return response


def sign_in_and_out(seen: Seen, **choices: str) -> None:
    client = Client()
    login = "/accounts/login/"
    note(seen, client.get(login))
    typed = {"login": UserFactory().email, "password": PASSWORD, **choices}
    note(seen, client.post(login, typed))
    note(seen, client.get("/account/profile/"))
    note(seen, client.post("/account/profile/", {"name": "A name", "job_title": ""}))
    note(seen, client.get("/forum/ask/"))
    note(seen, client.post("/accounts/logout/"))


def cookies_of_a_visit() -> Seen:
    """What signing in for a day and for longer, writing, leaving and the CMS set."""
    seen: Seen = {}
    sign_in_and_out(seen)
    sign_in_and_out(seen, remember="on")
    editor = staff_client(Role.ADMINISTRATOR)
    for address in ("/cms/", "/cms/pages/", "/cms/account/", "/cms/images/"):
        note(seen, editor.get(address))
    return seen


def test_the_page_names_every_cookie_that_the_hub_sets() -> None:
    assert set(cookies_of_a_visit()) == set(told()) - {SET_BY_SCRIPT}


def test_the_page_gives_each_lifetime_that_a_cookie_has() -> None:
    seen = cookies_of_a_visit()
    for name, text in told().items():
        if name != SET_BY_SCRIPT:
            assert {seconds for seconds, words in WORDS.items() if words in text} == seen[name]


@pytest.mark.parametrize(
    "address",
    ["/", "/guidance/", "/forum/", "/search/?q=help", "/courses/", "/help-now/", "/cookies/"],
)
def test_reading_without_an_account_sets_no_cookie(client: Client, address: str) -> None:
    assert not client.get(address).cookies


def test_reading_a_page_of_guidance_sets_no_cookie(client: Client) -> None:
    assert not client.get(guidance().url).cookies


@pytest.mark.django_db(transaction=True)
def test_the_page_names_the_cookie_that_a_script_of_the_cms_sets(
    page: Page, live_server: LiveServer
) -> None:
    session = staff_client(Role.AUTHOR).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto("/cms/")
    page.get_by_role("button", name="Toggle sidebar").click()
    kept = {cookie["name"]: cookie["expires"] for cookie in page.context.cookies()}
    assert kept[SET_BY_SCRIPT] == -1
    assert set(kept) <= set(told())
