from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from hub.notices.models import Notice
from hub.support.enums import Help, Status
from hub.support.models import Message, SupportRequest
from hub.support.services import reply
from tests.factories.people import UserFactory
from tests.factories.support import answered, asked_desk, front_line

pytestmark = pytest.mark.django_db


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def test_a_new_request_waits_for_the_team_and_they_are_told() -> None:
    colleague = front_line()
    request = asked_desk()
    assert (request.status, request.waiting_since) == (Status.NEW, request.created_at)
    assert told(colleague) == [f"A new request waits at the support desk: number {request.pk}"]


def test_somebody_on_the_team_who_asks_is_not_told_of_it() -> None:
    asker = front_line()
    asked_desk(asker)
    assert told(asker) == []


def test_the_same_form_sent_twice_makes_one_request() -> None:
    asker, colleague = UserFactory(), front_line()
    assert asked_desk(asker) == asked_desk(asker)
    assert len(told(colleague)) == 1


@pytest.mark.parametrize(
    "change", [{"title": "Another?"}, {"body": "Other."}, {"kind": Help.POLICY}]
)
def test_other_words_or_another_kind_are_another_request(change: dict[str, str]) -> None:
    asker = UserFactory()
    assert asked_desk(asker) != asked_desk(asker, **change)


def test_the_same_question_after_the_first_was_closed_is_a_new_one() -> None:
    asker = UserFactory()
    first = asked_desk(asker)
    SupportRequest.objects.filter(pk=first.pk).update(status=Status.CLOSED, waiting_since=None)
    assert asked_desk(asker) != first


def test_an_answer_waits_for_nobody_and_its_asker_is_told_without_a_word_of_it() -> None:
    request = asked_desk(title="A secret title")
    answered(request, body="A secret answer")
    assert (request.status, request.waiting_since) == (Status.ANSWERED, None)
    assert told(request.asker) == [
        f"There's an answer to your request {request.pk} to the front-line team"
    ]


def test_whoever_answers_looks_after_it_unless_somebody_does() -> None:
    first, second = front_line(), front_line()
    request = asked_desk()
    answered(request, first)
    answered(request, second, body="More.")
    assert request.assignee == first


def test_a_question_back_waits_for_the_asker() -> None:
    request = asked_desk()
    answered(request, asks_back=True)
    assert (request.status, request.waiting_since) == (Status.ASKED_BACK, None)


def test_a_reply_waits_for_whoever_looks_after_it() -> None:
    request, colleague, other = asked_desk(), front_line(), front_line()
    answered(request, colleague, asks_back=True)
    reply(request=request, author=request.asker, body="The second one.")
    request.refresh_from_db()
    assert request.status == Status.TAKEN
    assert (len(told(colleague)), len(told(other))) == (1, 0)


def test_a_reply_is_for_the_whole_team_where_who_looked_after_it_left() -> None:
    request, colleague = asked_desk(), front_line()
    answered(request, colleague)
    colleague.memberships.all().delete()
    other = front_line()
    reply(request=request, author=request.asker, body="And then?")
    assert (told(colleague), len(told(other))) == ([], 1)


def test_a_reply_to_what_waits_already_leaves_the_time_since_when() -> None:
    long_ago = timezone.now() - timedelta(days=9)
    request = asked_desk(at=long_ago)
    reply(request=request, author=request.asker, body="One thing more.")
    request.refresh_from_db()
    assert request.waiting_since == long_ago


def test_the_same_words_sent_twice_are_one_message() -> None:
    request, colleague = asked_desk(), front_line()
    assert answered(request, colleague) == answered(request, colleague)
    reply(request=request, author=request.asker, body="Thanks.")
    reply(request=request, author=request.asker, body="Thanks.")
    assert Message.objects.count() == 2


def test_a_request_of_long_ago_sends_no_mail() -> None:
    front_line()
    request = asked_desk(at=datetime(2026, 10, 1, 9, tzinfo=UTC))
    answered(request, at=datetime(2026, 10, 2, 9, tzinfo=UTC))
    assert mail.outbox == []


def test_the_database_keeps_status_and_waiting_together() -> None:
    request = asked_desk()
    with pytest.raises(IntegrityError), transaction.atomic():
        SupportRequest.objects.filter(pk=request.pk).update(status=Status.CLOSED)


def test_waiting_is_counted_in_working_days() -> None:
    friday = asked_desk(at=datetime(2026, 11, 27, 17, tzinfo=UTC))
    with time_machine.travel(datetime(2026, 11, 30, 10, tzinfo=UTC), tick=False):
        assert friday.days_waiting == 1
