"""What becomes of requests, answers and notes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hub.access.personal_data import personal_records, record_named
from hub.mydata.services import erase_account
from hub.support.enums import Status
from hub.support.models import Message, Note, SupportRequest
from hub.support.services import add_note, assign, reply
from tests.factories.support import answered, asked_desk, front_line

pytestmark = pytest.mark.django_db
NOTE = "Ask the lawyers first."


def copy_of(person) -> str:
    return str([row for record in personal_records() for row in record.export(person)])


def test_the_asker_takes_away_both_sides_and_no_note() -> None:
    request, colleague = asked_desk(body="We were asked."), front_line()
    answered(request, colleague, body="The first one.")
    reply(request=request, author=request.asker, body="Thank you.")
    assign(request=request, to=front_line(), by=colleague, note=NOTE)
    copy = copy_of(request.asker)
    assert all(words in copy for words in ("We were asked.", "The first one.", "Thank you."))
    assert NOTE not in copy


def test_the_team_takes_away_what_it_answered_and_neither_request_nor_note() -> None:
    request, colleague = asked_desk(body="We were asked."), front_line()
    answered(request, colleague, body="The first one.")
    add_note(request=request, author=colleague, body=NOTE)
    copy = copy_of(colleague)
    assert "The first one." in copy
    assert "We were asked." not in copy
    assert NOTE not in copy


def test_an_erased_asker_leaves_nothing() -> None:
    request, colleague = asked_desk(), front_line()
    answered(request, colleague)
    add_note(request=request, author=colleague, body=NOTE)
    erase_account(person=request.asker, by=request.asker)
    assert not SupportRequest.objects.exists()
    assert not Message.objects.exists()
    assert not Note.objects.exists()


def test_an_erased_colleague_leaves_the_answer_and_hands_back_the_work() -> None:
    colleague = front_line()
    done, open_one = asked_desk(), asked_desk()
    answered(done, colleague)
    assign(request=open_one, to=colleague, by=colleague)
    erase_account(person=colleague, by=colleague)
    for request, status in ((done, Status.ANSWERED), (open_one, Status.NEW)):
        request.refresh_from_db()
        assert (request.assignee, request.status) == (None, status)
    assert done.messages.count() == 1


def test_what_waits_for_the_team_is_never_purged() -> None:
    old = timezone.now() - timedelta(days=900)
    waiting, done, fresh = asked_desk(at=old), asked_desk(at=old), asked_desk()
    answered(done, at=old)
    answered(fresh)
    purge = record_named("support_requests").purge
    assert purge is not None
    assert purge(timezone.now() - timedelta(days=730)) == 1
    assert set(SupportRequest.objects.all()) == {waiting, fresh}
