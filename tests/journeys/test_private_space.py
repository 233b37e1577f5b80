"""What is said in a private space, as somebody outside looks for it by every way there is."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.forum.models import Space, Thread
from tests.journeys.people import sign_in, sign_out

pytestmark = pytest.mark.django_db(transaction=True)
SPACE = "Brimlow room"
TITLE = "Who rings whom on the first missed day after a move?"
WORDS = "receiving school rings the old school"


def ways(space: Space, thread: Thread) -> list[str]:
    """Every address that shows threads, spaces or what is said in them."""
    words = WORDS.replace(" ", "+")
    return [
        "/",
        "/forum/",
        "/forum/?q=missed+day",
        "/forum/waiting/",
        f"/search/?q={words}",
        f"/search/?q=%22{words}%22&kind=thread",
        f"/search/suggest/?q={TITLE[:20].replace(' ', '+')}",
        "/themes/partnership/",
        "/guidance/exclusion-and-alternative-provision/",
        "/account/notices/",
        "/account/notices/following/",
    ]


def closed_ways(space: Space, thread: Thread) -> list[str]:
    answer = thread.accepted
    return [
        space.get_absolute_url(),
        thread.get_absolute_url(),
        f"/forum/threads/{thread.pk}/",
        f"/forum/threads/{thread.pk}/reply/",
        f"/forum/threads/{thread.pk}/practice/",
        answer.get_absolute_url(),
        f"/forum/posts/{answer.pk}/history/",
        f"/forum/posts/{answer.pk}/report/",
        f"/feeds/forum/spaces/{space.slug}/",
        f"/feeds/forum/threads/{thread.pk}/",
    ]


def finds_nothing(page: Page, space: Space, thread: Thread) -> None:
    for address in ways(space, thread):
        page.goto(address)
        expect(page.locator("body")).not_to_contain_text(TITLE)
        expect(page.locator("body")).not_to_contain_text(SPACE)
        expect(page.locator("body")).not_to_contain_text("rings the old school by ten")
    for address in closed_ways(space, thread):
        answer = page.request.get(address, max_redirects=0)
        assert answer.status in {302, 404}, address
        assert TITLE not in answer.text()
        if answer.status == 302:
            assert "/accounts/" in answer.headers["location"], address


def test_an_outsider_finds_it_by_no_means(page: Page, demo_site: LiveServer) -> None:
    space = Space.objects.get(name=SPACE)
    thread = Thread.objects.select_related("accepted").get(title=TITLE)
    finds_nothing(page, space, thread)
    sign_in(page, "lead")  # a lead with a second step, of another area
    finds_nothing(page, space, thread)
    sign_out(page)

    sign_in(page, "moderator")  # who works there, and so is let in
    page.goto(thread.get_absolute_url())
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
