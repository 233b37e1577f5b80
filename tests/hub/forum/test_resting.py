"""A thread that names a page says so above its posts while what changed there isn't looked at."""

import pytest
from django.test import Client

from hub.forum.models import Thread
from hub.forum.services import accept_answer
from hub.legislation.models import ActPage
from hub.notices.models import Notice
from hub.upkeep.models import Affected
from tests.factories import pages
from tests.factories.forum import moderator, question, reply
from tests.factories.people import UserFactory
from tests.factories.upkeep import change, publish

pytestmark = pytest.mark.django_db
WARNING = "The law or guidance behind this changed on"


@pytest.fixture
def act() -> ActPage:
    return publish(pages.act(title="The act"))


def about(act: ActPage, **fields: object) -> Thread:
    return question(about=[act], **fields)


def text_of(client: Client, thread: Thread) -> str:
    return client.get(thread.get_absolute_url()).content.decode()


def test_readers_are_warned_until_a_moderator_says_it_holds(act: ActPage, as_person) -> None:
    thread = about(act)
    change(act)
    browser = as_person(moderator())
    assert WARNING in text_of(browser, thread)
    address = f"/forum/threads/{thread.pk}/holds/"
    assert browser.post(address, {"reason": "The answer names the new age"}).status_code == 302
    assert WARNING not in text_of(browser, thread)
    assert Affected.objects.get().note == "The answer names the new age"


def test_nobody_else_says_that_it_holds(act: ActPage, as_person) -> None:
    thread = about(act)
    change(act)
    answer = as_person(thread.author).post(
        f"/forum/threads/{thread.pk}/holds/", {"reason": "I think so"}
    )
    assert answer.status_code == 404
    assert Affected.objects.open().count() == 1


def test_who_asked_and_who_answered_are_told_once(act: ActPage) -> None:
    asker, helper = UserFactory(), UserFactory()
    thread = about(act, author=asker)
    accept_answer(post=reply(thread, author=helper), by=asker)
    Notice.objects.all().delete()
    change(change(act), "And more")
    told = Notice.objects.filter(text__contains="a thread of yours")
    assert {*told.values_list("person_id", flat=True)} == {asker.pk, helper.pk}
    assert told.count() == 2


def test_moderators_are_asked_whether_it_holds(act: ActPage) -> None:
    person = moderator()
    thread = about(act)
    change(act)
    told = Notice.objects.get(person=person, text__contains="Does it still hold?")
    assert told.url == thread.get_absolute_url()
