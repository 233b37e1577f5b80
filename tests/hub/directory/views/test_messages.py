"""Writing to each other without an address."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import DetailsCheck, Membership
from hub.directory.models import Conversation, Message
from hub.notices.models import Notice
from hub.notices.sending import send_due_notices
from hub.users.models import Profile, User
from tests.factories.directory import conversation_with, list_person, listed_person, practitioner_at
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

Read = Callable[..., str]
WORDS = "Who knows about the bus station?"


def write(sender: User, other: User, body: str = WORDS) -> int:
    answer = sign_in(Client(), sender).post(f"/people/{other.pk}/write/", {"body": body})
    return answer.status_code


def lapse(person: User) -> None:
    ended = timezone.localdate() - timedelta(days=1)
    rows = Membership.objects.filter(person=person, role=Role.PRACTITIONER)
    rows.update(starts_on=ended, ends_on=ended)


def test_a_message_waits_in_the_hub_for_the_person() -> None:
    sender, other = practitioner_at(name="Callum Reid"), listed_person()
    assert write(sender, other) == 302
    made = Conversation.objects.get()
    found = sign_in(Client(), other).get(made.get_absolute_url()).content.decode()
    assert WORDS in found
    assert "Callum Reid" in found


def test_notice_and_mail_hold_neither_words_nor_names() -> None:
    sender = practitioner_at(name="Callum Reid", email="callum@agency.example")
    other = listed_person()
    write(sender, other)
    send_due_notices.func()
    notice = Notice.objects.get(person=other)
    letter = mail.outbox[-1]
    assert letter.to == [other.email]
    for words in ("bus station", "Callum", "callum@"):
        assert words not in notice.text + notice.detail
        assert words not in letter.subject + str(letter.body) + str(letter.extra_headers)


def test_the_form_says_what_the_other_will_see(read: Read) -> None:
    sender, other = practitioner_at(name="Callum Reid"), listed_person()
    found = read(sender, f"/people/{other.pk}/write/")
    assert "They see your name" in found
    assert "Callum Reid" in found


def test_neither_sees_the_others_address(read: Read) -> None:
    sender = practitioner_at(email="callum@agency.example")
    other = list_person(practitioner_at(email="helen@agency.example"))
    write(sender, other)
    address = Conversation.objects.get().get_absolute_url()
    assert "callum@agency.example" not in read(other, address)
    assert "helen@agency.example" not in read(sender, address)


def test_a_work_name_is_what_the_other_reads(read: Read) -> None:
    sender = list_person(practitioner_at(name="Callum Reid"), is_listed=False, work_name="Cal")
    other = listed_person()
    write(sender, other)
    found = read(other, Conversation.objects.get().get_absolute_url())
    assert "Cal" in found
    assert "Callum Reid" not in found


def test_what_somebody_says_of_their_agency_is_not_what_the_other_reads(read: Read) -> None:
    """Where they are verified is: nobody can write that themselves."""
    sender, other = practitioner_at("youth-justice", AreaFactory(name="Ardale")), listed_person()
    elsewhere = AreaFactory(name="Brimlow")
    Profile.objects.filter(user=sender).update(job_title="Officer", area=elsewhere)
    page = read(other, conversation_with(other, sender).get_absolute_url())
    assert "Ardale" in page
    assert "Brimlow" not in page


def test_an_answer_needs_no_listing(read: Read) -> None:
    sender, other = practitioner_at(), listed_person()
    write(sender, other)
    made = Conversation.objects.get()
    sign_in(Client(), other).post(made.get_absolute_url(), {"body": "The day team does."})
    assert "The day team does." in read(sender, made.get_absolute_url())
    assert Notice.objects.filter(person=sender).count() == 1


def test_nobody_writes_to_themselves() -> None:
    person = listed_person()
    assert write(person, person) == 404
    assert not Message.objects.exists()


def test_nobody_writes_to_somebody_who_is_not_listed() -> None:
    assert write(practitioner_at(), practitioner_at()) == 404
    assert not Message.objects.exists()


def test_somebody_who_is_not_verified_writes_to_nobody() -> None:
    assert write(UserFactory(), listed_person()) == 404
    assert not Message.objects.exists()


def test_somebody_without_a_name_is_asked_for_one_first(read: Read) -> None:
    sender, other = practitioner_at(name=""), listed_person()
    assert "Add your name" in read(sender, f"/people/{other.pk}/write/")
    write(sender, other)
    assert not Message.objects.exists()


def test_a_button_pressed_twice_sends_one_message() -> None:
    sender, other = practitioner_at(), listed_person()
    assert [write(sender, other), write(sender, other)] == [302, 302]
    assert (Message.objects.count(), Notice.objects.count()) == (1, 1)
    write(sender, other, "Another question.")
    assert Conversation.objects.count() == 2


def test_an_answer_that_was_sent_twice_is_one_message() -> None:
    other = listed_person()
    made = conversation_with(other)
    client = sign_in(Client(), other)
    for body in ("The day team does.", "The day team does.", "The night team doesn't."):
        client.post(made.get_absolute_url(), {"body": body})
    assert made.messages.filter(sender=other).count() == 2


def test_a_third_person_finds_no_conversation() -> None:
    made = conversation_with(listed_person())
    client = sign_in(Client(), practitioner_at())
    assert client.get(made.get_absolute_url()).status_code == 404
    assert client.post(made.get_absolute_url(), {"body": "Hello"}).status_code == 404
    assert made.messages.count() == 1


def test_a_third_person_finds_none_in_the_list(read: Read) -> None:
    made = conversation_with(listed_person())
    assert made.get_absolute_url() not in read(practitioner_at(), "/people/messages/")
    assert made.get_absolute_url() in read(made.other, "/people/messages/")


def test_whose_verification_lapsed_reads_but_writes_no_more(read: Read) -> None:
    made = conversation_with(listed_person())
    lapse(made.other)
    sign_in(Client(), made.other).post(made.get_absolute_url(), {"body": "The day team does."})
    assert "How to be verified" in read(made.other, made.get_absolute_url())
    assert made.messages.count() == 1


def close(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


@pytest.mark.parametrize("ending", [lapse, close])
def test_nobody_goes_on_writing_to_somebody_who_left(
    read: Read, ending: Callable[[User], None]
) -> None:
    made = conversation_with(listed_person())
    ending(made.other)
    sign_in(Client(), made.starter).post(made.get_absolute_url(), {"body": "Still there?"})
    assert "be reached here any more" in read(made.starter, made.get_absolute_url())
    assert made.messages.count() == 1


def stop(made: Conversation, person: User, word: str = "stop") -> None:
    sign_in(Client(), person).post(f"{made.get_absolute_url()}{word}/")


def test_either_of_the_two_stops_the_messages_here_and_anew(read: Read) -> None:
    sender, other = practitioner_at(), listed_person()
    write(sender, other)
    made = Conversation.objects.get()
    stop(made, other)
    sign_in(Client(), sender).post(made.get_absolute_url(), {"body": "Still there?"})
    assert write(sender, other) == 200
    assert Message.objects.count() == 1
    assert "You can't write to" in read(sender, f"/people/{other.pk}/write/")


def test_whoever_stopped_it_takes_it_back_and_nobody_else(read: Read) -> None:
    made = conversation_with(listed_person())
    stop(made, made.other)
    stop(made, made.starter, "resume")
    assert "Let them write again" in read(made.other, made.get_absolute_url())
    stop(made, made.other, "resume")
    assert write(made.starter, made.other) == 302


def test_somebody_else_goes_on_writing() -> None:
    made = conversation_with(listed_person())
    stop(made, made.other)
    assert write(practitioner_at(), made.other) == 302


def test_details_that_could_point_at_a_person_are_asked_about() -> None:
    assert write(practitioner_at(), listed_person(), "Ring 07700 900123.") == 200
    assert not Message.objects.exists()
    assert DetailsCheck.objects.get().place == "directory.message"


def test_an_empty_message_is_not_sent() -> None:
    assert write(practitioner_at(), listed_person(), " ") == 200
    assert not Message.objects.exists()


@override_settings(HUB_RATE_LIMITS={"contact": "2/m/user"})
def test_whoever_writes_to_everybody_is_slowed_down() -> None:
    sender = practitioner_at()
    answers = [write(sender, listed_person()) for _ in range(3)]
    assert answers == [302, 302, 429]
    assert Message.objects.count() == 2


def test_what_is_typed_is_shown_as_text(read: Read) -> None:
    sender, other = practitioner_at(), listed_person()
    write(sender, other, "<script>alert(1)</script>")
    found = read(other, Conversation.objects.get().get_absolute_url())
    assert "<script>alert(1)" not in found
    assert "&lt;script&gt;alert(1)" in found
