import pytest

from hub.forum.models import ReadPosition
from hub.forum.services import hide_post, note_read, unread_counts
from tests.factories.forum import moderator, question, reply
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def read(thread, person, number: int) -> int:
    return note_read(thread_id=thread.pk, person_id=person.pk, number=number)


def test_the_position_moves_forward_and_never_back() -> None:
    thread, person = question(), UserFactory()
    assert [read(thread, person, number) for number in (3, 5, 2, 6)] == [0, 3, 5, 5]
    assert ReadPosition.objects.get().number == 6


def test_what_came_later_is_new_to_who_was_there_before() -> None:
    thread, other, person = question(), question(), UserFactory()
    read(thread, person, 1)
    for _ in range(3):
        reply(thread)
        reply(other)
    hide_post(post=reply(thread), by=moderator(), reason="Names a child.")
    assert unread_counts([thread.pk, other.pk], person.pk) == {thread.pk: 3}
    read(thread, person, 5)
    assert unread_counts([thread.pk], person.pk) == {}


def test_one_persons_reading_is_not_anothers() -> None:
    thread, person = question(), UserFactory()
    read(thread, UserFactory(), 1)
    reply(thread)
    assert unread_counts([thread.pk], person.pk) == {}
