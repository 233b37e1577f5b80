"""Invitations are bound to an address, run out, and work once."""

import re
import smtplib
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from hub.groups.models import Invitation
from hub.groups.refusals import Refused
from hub.groups.sending import send_due_invitations
from hub.groups.services import (
    accept_invitation,
    close_group,
    invite,
    make_owner,
    remove_member,
    step_down,
    withdraw_invitation,
)
from hub.groups.ticks import start_sending
from hub.notices.sweeping import claim
from tests.factories.groups import (
    add_member,
    make_group,
    owner_of,
    place_in,
    practitioner,
    private_group,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def sweep() -> int:
    return send_due_invitations.call()


def invited(group=None, email: str = "new@agency.example") -> Invitation:
    group = group or private_group()
    return invite(group=group, email=email, by=owner_of(group))


def test_its_code_has_128_bits() -> None:
    assert re.fullmatch(r"[0-9a-f]{32}", invited().code)


def test_the_mail_goes_once_and_names_neither_group_nor_person() -> None:
    group = private_group(name="Hazel")
    invitation = invited(group)
    assert (sweep(), sweep()) == (1, 0)
    letter = mail.outbox[0]
    assert invitation.code in letter.body
    assert letter.to == ["new@agency.example"]
    assert not {"Hazel", owner_of(group).name} & set(f"{letter.subject} {letter.body}".split())


def test_a_mail_server_that_is_away_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    invited()
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", lambda *_: (_ for _ in ()).throw(OSError()))
        assert sweep() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert start_sending() == "1 waiting"
        assert sweep() == 1


def test_an_address_that_is_refused_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    invited(email="refused@agency.example")
    invited(email="fine@agency.example")
    send = EmailBackend.send_messages

    def refuse(backend: EmailBackend, messages: list) -> int:
        if messages[0].to == ["refused@agency.example"]:
            raise smtplib.SMTPRecipientsRefused({"refused@agency.example": (550, b"unknown")})
        return send(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    assert sweep() == 1


def test_only_one_run_sends_it() -> None:
    invitation = invited()
    same = Invitation.objects.get(pk=invitation.pk)
    assert (claim(invitation), claim(same)) == (True, False)


def test_no_mail_goes_once_it_is_taken_back() -> None:
    invitation = invited()
    withdraw_invitation(invitation=invitation, by=UserFactory())
    assert (sweep(), mail.outbox) == (0, [])


def test_a_second_invitation_of_an_address_is_the_first() -> None:
    group = private_group()
    assert invited(group, "New@Agency.example") == invited(group)


def test_it_lets_in_once() -> None:
    group, person = make_group(), practitioner()
    invitation = invited(group, person.email)
    accept_invitation(invitation=invitation, person=person)
    assert place_in(group, person)
    with pytest.raises(Refused):
        accept_invitation(invitation=invitation, person=person)


def test_it_runs_out() -> None:
    invitation, person = invited(), practitioner()
    with (
        time_machine.travel(timezone.now() + timedelta(days=14, minutes=1)),
        pytest.raises(Refused),
    ):
        accept_invitation(invitation=invitation, person=person)
    assert not invitation.working_group.places.filter(person=person).exists()


def test_it_ends_with_the_group_and_when_taken_back() -> None:
    closed, withdrawn, person = invited(), invited(), practitioner()
    close_group(group=closed.working_group, by=UserFactory(), reason="Done.")
    withdraw_invitation(invitation=withdrawn, by=UserFactory())
    for invitation in (closed, withdrawn):
        with pytest.raises(Refused):
            accept_invitation(invitation=invitation, person=person)
    assert not Invitation.objects.exclude(accepted_at=None).exists()


def test_it_ends_with_the_place_of_who_sent_it() -> None:
    group = private_group()
    sender = add_member(group)
    make_owner(group=group, place=place_in(group, sender), by=owner_of(group))
    invitation = invite(group=group, email="new@agency.example", by=sender)
    remove_member(group=group, place=place_in(group, sender), by=owner_of(group), reason="Left.")
    with pytest.raises(Refused):
        accept_invitation(invitation=invitation, person=practitioner())
    assert not Invitation.objects.standing().exists()


def test_it_ends_with_the_power_of_who_sent_it() -> None:
    group = private_group()
    sender = add_member(group)
    owner = make_owner(group=group, place=place_in(group, sender), by=owner_of(group))
    sent = [invite(group=group, email=f"new{n}@agency.example", by=sender) for n in range(2)]
    accept_invitation(invitation=sent[0], person=practitioner())
    step_down(group=group, place=owner, by=owner_of(group))
    with pytest.raises(Refused):
        accept_invitation(invitation=sent[1], person=practitioner())


def test_it_is_not_used_up_by_somebody_who_cannot_come_in() -> None:
    invitation, person = invited(), UserFactory()
    with pytest.raises(Refused):
        accept_invitation(invitation=invitation, person=person)
    assert Invitation.objects.usable().filter(pk=invitation.pk).exists()
