import pytest

from hub.access.models import AuditRecord
from hub.notices.models import Notice
from hub.support.enums import Status
from hub.support.models import Note
from hub.support.services import add_note, assign
from tests.factories.support import answered, asked_desk, front_line

pytestmark = pytest.mark.django_db


def test_taking_a_request_is_recorded_and_tells_nobody() -> None:
    me = front_line()
    request = asked_desk()
    before = Notice.objects.count()
    assert assign(request=request, to=me, by=me).status == Status.TAKEN
    assert AuditRecord.objects.get(action="support.assigned").person_id == me.pk
    assert Notice.objects.count() == before


def test_handing_over_leaves_a_note_and_tells_the_colleague() -> None:
    me, other = front_line(), front_line()
    request = asked_desk()
    assign(request=request, to=other, by=me, note="I'm away.")
    note = Note.objects.get()
    assert (note.author, note.handed_to, note.body) == (me, other, "I'm away.")
    assert Notice.objects.filter(person=other, text__contains="is yours now").exists()


def test_giving_it_to_who_has_it_changes_nothing() -> None:
    me, other = front_line(), front_line()
    request = asked_desk()
    for _again in range(2):
        assign(request=request, to=other, by=me, note="I'm away.")
    assert (Note.objects.count(), AuditRecord.objects.count()) == (1, 1)


def test_an_answered_request_stays_answered_when_it_is_handed_over() -> None:
    me, other = front_line(), front_line()
    request = asked_desk()
    answered(request, me)
    assert assign(request=request, to=other, by=me).status == Status.ANSWERED


def test_a_note_tells_nobody_and_moves_nothing() -> None:
    me = front_line()
    request = asked_desk()
    before = Notice.objects.count()
    add_note(request=request, author=me, body="Ask the lawyers.")
    add_note(request=request, author=me, body="Ask the lawyers.")
    request.refresh_from_db()
    assert (Note.objects.count(), request.status) == (1, Status.NEW)
    assert Notice.objects.count() == before
