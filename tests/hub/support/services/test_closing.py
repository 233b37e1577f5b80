import pytest

from hub.access.models import AuditRecord
from hub.notices.models import Notice
from hub.support.enums import Helped, Status
from hub.support.services import close, reopen, reply, say_whether_it_helped
from tests.factories.support import answered, asked_desk, front_line

pytestmark = pytest.mark.django_db


def test_the_asker_closes_and_nobody_is_told() -> None:
    request = asked_desk()
    before = Notice.objects.count()
    closed = close(request=request, by=request.asker)
    assert (closed.status, closed.waiting_since) == (Status.CLOSED, None)
    assert (Notice.objects.count(), AuditRecord.objects.count()) == (before, 0)


def test_the_team_closes_on_the_record_and_the_asker_is_told() -> None:
    request, colleague = asked_desk(), front_line()
    close(request=request, by=colleague)
    close(request=request, by=colleague)
    assert AuditRecord.objects.get(action="support.closed").person_id == colleague.pk
    assert Notice.objects.filter(person=request.asker).count() == 1


@pytest.mark.parametrize("with_words", [True, False])
def test_it_waits_for_the_team_again(with_words: bool) -> None:
    request, colleague = asked_desk(), front_line()
    answered(request, colleague)
    close(request=request, by=request.asker)
    if with_words:
        reply(request=request, author=request.asker, body="It came back.")
    else:
        reopen(request=request)
    request.refresh_from_db()
    assert request.status == Status.TAKEN
    assert request.waiting_since is not None
    assert Notice.objects.filter(person=colleague).exists()


def test_opening_what_is_open_changes_nothing() -> None:
    request = asked_desk()
    answered(request)
    assert reopen(request=request).status == Status.ANSWERED


def test_what_somebody_said_of_an_answer_stands() -> None:
    request = asked_desk()
    answered(request)
    say_whether_it_helped(request=request, helped=Helped.PARTLY, reason="Late.")
    say_whether_it_helped(request=request, helped=Helped.YES)
    request.refresh_from_db()
    assert (request.helped, request.helped_reason) == (Helped.PARTLY, "Late.")
