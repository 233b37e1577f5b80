"""Authors are told what in a page could point at a person; the page is saved all the same."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory
from wagtail import hooks
from wagtail.models import Page

from tests.factories.pages import guidance

pytestmark = pytest.mark.django_db


def told_after(event: str, page: Page) -> list[str]:
    """What the hooks of the project that follow a save say to the author."""
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)
    for hook in hooks.get_hooks(event):
        if hook.__module__.startswith("hub."):
            hook(request, page)
    return [str(message) for message in get_messages(request)]


@pytest.mark.parametrize("event", ["after_create_page", "after_edit_page"])
def test_an_author_is_told_what_could_point_at_a_person(event: str) -> None:
    page = guidance(summary="As Kai, 14, told us.")
    warned = "“Kai, 14” could point to a real person. Look again before readers see it."
    assert told_after(event, page) == [warned]


def test_the_text_of_the_body_is_looked_at_too() -> None:
    page = guidance(body=[("paragraph", "<p>His NHS number is 999 000 0018.</p>")])
    assert "“999 000 0018”" in told_after("after_edit_page", page)[0]


def test_nothing_is_said_of_a_page_in_which_nothing_was_found() -> None:
    assert told_after("after_edit_page", guidance(summary="Who rings whom?")) == []


def test_a_page_that_is_no_hub_page_is_passed_over() -> None:
    assert told_after("after_edit_page", Page(title="Kai, 14, and his school")) == []
