import pytest

from hub.access.models import AuditRecord
from hub.forum.models import Thread
from hub.notices.models import Notice
from hub.support.models import SupportRequest
from hub.support.services import publish
from hub.support.services.publishing import NotAgreed
from hub.users.models import User
from tests.factories.forum import SpaceFactory, members_space
from tests.factories.support import asked_desk, front_line

pytestmark = pytest.mark.django_db


def published(request: SupportRequest, by: User, **changes: object) -> Thread:
    given = {"space": SpaceFactory(), "title": "Which order?", "body": "In such a case."}
    return publish(request=request, by=by, **{**given, **changes})


def test_the_general_part_is_a_thread_of_whoever_rewrote_it() -> None:
    request, colleague = asked_desk(may_publish=True), front_line()
    thread = published(request, colleague)
    request.refresh_from_db()
    assert request.thread == thread
    assert {post.author for post in thread.posts.all()} == {colleague}
    assert not thread.is_solved


def test_an_answer_that_comes_along_is_accepted() -> None:
    colleague = front_line()
    thread = published(asked_desk(may_publish=True), colleague, answer="The first one.")
    thread.refresh_from_db()
    assert (thread.accepted.body, thread.accepted.author) == ("The first one.", colleague)


def test_it_is_recorded_and_the_asker_told() -> None:
    request, colleague = asked_desk(may_publish=True), front_line()
    published(request, colleague)
    assert AuditRecord.objects.get(action="support.published").person_id == colleague.pk
    notice = Notice.objects.get(person=request.asker)
    assert notice.url == request.get_absolute_url()


def test_a_request_is_published_once() -> None:
    request, colleague = asked_desk(may_publish=True), front_line()
    first = published(request, colleague)
    assert published(request, colleague, title="Once more?") == first
    assert Thread.objects.count() == 1


def test_without_leave_nothing_is_published() -> None:
    with pytest.raises(NotAgreed):
        published(asked_desk(), front_line())
    assert not Thread.objects.exists()


def test_only_where_everybody_reads() -> None:
    with pytest.raises(ValueError, match="everybody"):
        published(asked_desk(may_publish=True), front_line(), space=members_space())
    assert not Thread.objects.exists()
