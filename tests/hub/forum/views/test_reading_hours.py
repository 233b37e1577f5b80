"""Where people write: when moderators read, and whether they do now."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest
import time_machine
from django.test import Client

from hub.forum.models import Post, StaffedHours
from tests.factories.forum import SpaceFactory, moderator, question, reply
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

Visit = Callable[..., Client]
SAID = "Moderators read the forum Monday to Friday, 9am to 5pm, except on bank holidays."
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
EVENING = datetime(2026, 11, 25, 18, tzinfo=UTC)


@pytest.fixture
def office_hours() -> StaffedHours:
    return StaffedHours.objects.create(first_day=0, last_day=4, begins=time(9), ends=time(17))


def place_of(name: str, post: Post) -> str:
    """The address where its writer goes on, reports it or begins something else."""
    return {
        "ask": "/forum/ask/",
        "discuss": "/forum/start/discussion/",
        "poll": "/forum/start/poll/",
        "event": "/forum/start/event/",
        "thread": post.thread.get_absolute_url(),
        "reply": f"/forum/threads/{post.thread_id}/reply/",
        "edit": f"/forum/posts/{post.pk}/edit/",
        "report": f"/forum/posts/{post.pk}/report/",
    }[name]


PLACES = ("ask", "discuss", "poll", "event", "thread", "reply", "edit", "report")


def page_of(as_person: Visit, place: str, moment: datetime) -> str:
    with time_machine.travel(moment):
        post = reply(question())
        return as_person(post.author).get(place_of(place, post)).content.decode()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.usefixtures("office_hours")
def test_whoever_writes_reads_when_moderators_read(as_person: Visit, place: str) -> None:
    page = page_of(as_person, place, NOW)
    assert page.count(SAID) == 1
    assert "They are reading now." in page


@pytest.mark.usefixtures("office_hours")
def test_in_the_evening_it_says_when_they_begin_again(as_person: Visit) -> None:
    page = page_of(as_person, "ask", EVENING)
    assert "They aren&#x27;t reading now, and begin again tomorrow at 9am." in page


@pytest.mark.parametrize("place", PLACES)
def test_without_hours_it_says_nothing_of_them(as_person: Visit, place: str) -> None:
    page = page_of(as_person, place, NOW)
    assert "Moderators read the forum" not in page
    assert "999" in page


@pytest.mark.usefixtures("office_hours")
def test_an_announcement_says_it_too(as_person: Visit) -> None:
    SpaceFactory()
    page = as_person(moderator()).get("/forum/start/announcement/").content.decode()
    assert "Moderators read the forum" in page


@pytest.mark.usefixtures("office_hours")
def test_a_stranger_who_cannot_write_is_told_nothing_of_the_hours(client: Client) -> None:
    assert SAID not in client.get(question().get_absolute_url()).content.decode()


@pytest.mark.usefixtures("office_hours")
def test_the_support_desk_names_no_hours_of_moderators(as_person: Visit) -> None:
    page = as_person(UserFactory()).get("/support/ask/")
    assert page.status_code == 200
    assert "Moderators read" not in page.content.decode()
