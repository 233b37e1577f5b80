import pytest

from hub.access.models import AuditRecord
from hub.forum.authorship import author_id_of
from hub.forum.exchange.reading import read_threads
from hub.forum.models import Post, PostNews, Space, Step, Thread
from hub.forum.services import follow_thread, reply_to_thread
from hub.forum.services.importing import AlreadyThere, import_threads
from hub.forum.services.waiting import look_after_questions
from hub.forum.telling import tell_followers
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.forum import SpaceFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
TABLE = """thread,title,themes,written,by asker,accepted,text
1,Who refers?,mapping,2026-03-01,,,Nobody **knows**.
1,,,2026-03-02,,yes,You do.
1,,,2026-03-03,yes,,Thanks.
2,Second?,,2026-03-01,,,Words.
"""


def brought(space: Space | None = None, by: User | None = None) -> list[Thread]:
    threads = read_threads(TABLE.encode(), set()).threads
    return import_threads(space=space or SpaceFactory(), threads=threads, by=by or UserFactory())


def test_threads_come_in_with_their_answers() -> None:
    first, second = brought()
    assert (first.title, first.reply_count, second.reply_count) == ("Who refers?", 2, 0)
    assert first.accepted.body == "You do."
    assert [theme.slug for theme in first.themes.all()] == ["mapping"]
    assert "<strong>knows</strong>" in first.posts.get(number=1).html


def test_nobody_is_named_as_their_writer() -> None:
    person = UserFactory(name="Hana Okoro")
    thread = brought(by=person)[0]
    posts = thread.posts.all()
    assert {post.signed.name for post in posts} == {"Imported"}
    assert thread.signed.name == "Imported"
    assert not any(post.author_id for post in posts)


def test_whoever_brought_them_answers_for_them() -> None:
    person = UserFactory()
    thread = brought(by=person)[0]
    assert {author_id_of(post) for post in thread.posts.all()} == {person.pk}


def test_the_import_is_recorded_without_a_word_of_the_threads() -> None:
    person, space = UserFactory(), SpaceFactory()
    brought(space, person)
    record = AuditRecord.objects.get(action="forum.threads_imported")
    assert (record.subject, record.person_id) == (f"space {space.pk}", person.pk)


def test_nobody_is_told_of_them() -> None:
    brought()
    tell_followers.call()
    look_after_questions()
    assert not Notice.objects.exists()
    assert not PostNews.objects.exists()
    assert Step.objects.count() == 8


def test_people_can_answer_them() -> None:
    thread, person = brought()[1], UserFactory()
    follow_thread(thread=thread, person=person)
    reply_to_thread(thread=thread, author=UserFactory(), body="An answer.")
    tell_followers.call()
    assert Notice.objects.filter(person=person).exists()


def test_the_same_file_sent_twice_comes_in_once() -> None:
    space = SpaceFactory()
    brought(space)
    with pytest.raises(AlreadyThere):
        brought(space)
    assert Thread.objects.count() == 2


def test_all_come_in_or_none() -> None:
    threads = read_threads(TABLE.encode(), set()).threads
    threads[1].posts[0].body = None
    with pytest.raises(AttributeError):  # a post without a text ends it halfway
        import_threads(space=SpaceFactory(), threads=threads, by=UserFactory())
    assert not Thread.objects.exists()
    assert not Post.objects.exists()
