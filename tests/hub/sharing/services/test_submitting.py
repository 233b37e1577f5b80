"""Sent once, with a reference, and the reviewers are told."""

import re

import pytest
from django.core import mail

from hub.access.enums import Role
from hub.access.models import Membership
from hub.notices.models import Notice
from hub.notices.sending import send_due_notices
from hub.sharing.enums import Status
from hub.sharing.overtaken import Overtaken
from hub.sharing.services import submit_example
from tests.factories.people import with_role
from tests.factories.sharing import decided, draft, ready, reviewer, sent, sharer

pytestmark = pytest.mark.django_db


def test_it_gets_a_reference_that_is_easy_to_read_out() -> None:
    assert re.fullmatch(
        r"CG-[CFGHJKLNPQRTWXZ2346789]{4}-[CFGHJKLNPQRTWXZ2346789]{4}", sent().reference
    )


def test_it_is_sent_once_however_often_the_button_is_pressed() -> None:
    reviewer()
    example = ready()
    first, again = submit_example(example=example), submit_example(example=example)
    assert first.reference == again.reference
    assert Notice.objects.count() == 1


def test_what_misses_an_answer_is_not_sent() -> None:
    example = draft(title="One worker stays")
    with pytest.raises(Overtaken):
        submit_example(example=example)
    example.refresh_from_db()
    assert example.status == Status.DRAFT


def test_nobody_is_asked_to_review_their_own() -> None:
    author = with_role(sharer(), Role.REVIEWER)
    other = reviewer()
    sent(author)
    assert [notice.person for notice in Notice.objects.all()] == [other]


def test_whoever_is_no_reviewer_any_more_gets_no_mail() -> None:
    person = reviewer()
    sent()
    Membership.objects.filter(person=person).delete()
    send_due_notices.call()
    assert not mail.outbox


def test_the_mail_names_the_reference_and_nothing_of_the_text() -> None:
    reviewer()
    example = sent()
    send_due_notices.call()
    letter = f"{mail.outbox[0].subject}\n{mail.outbox[0].body}"
    assert example.reference in letter
    assert example.title not in letter


def test_it_keeps_its_reference_after_changes() -> None:
    example = sent()
    before = example.reference
    decided(example)
    assert submit_example(example=example).reference == before
