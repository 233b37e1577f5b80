"""Trainers say who has longer in quizzes, and nobody asks why."""

import pytest
from django.http import HttpResponse
from django.test import Client

from courses.models import ExtraTime
from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.users.models import User
from tests.factories.people import UserFactory, sign_in, staff_client

pytestmark = pytest.mark.django_db

LIST = "/cms/extra_time/"
NEW = f"{LIST}new/"


@pytest.fixture
def trainer() -> Client:
    return staff_client(Role.TRAINER)


@pytest.fixture
def learner() -> User:
    return UserFactory(name="Asha Bell", email="asha@agency.example")


def give(client: Client, **changed: object) -> HttpResponse:
    typed = {"email": "asha@agency.example", "percent": "25"} | changed
    return client.post(NEW, typed, follow=True)


def test_a_trainer_gives_it_by_the_email_of_the_person(trainer: Client, learner: User) -> None:
    page = give(trainer, email="Asha@agency.example").content.decode()
    assert ExtraTime.objects.get(person=learner).percent == 25
    assert "They have it from the next attempt on." in page
    assert "Asha Bell" in page
    assert f"{LIST}edit/{ExtraTime.objects.get().pk}/" in page


def test_it_is_changed_and_ended(trainer: Client, learner: User) -> None:
    give(trainer)
    extra = ExtraTime.objects.get()
    trainer.post(f"{LIST}edit/{extra.pk}/", {"percent": "50"})
    extra.refresh_from_db()
    assert (extra.percent, extra.person) == (50, learner)
    trainer.post(f"{LIST}delete/{extra.pk}/")
    assert not ExtraTime.objects.exists()


def test_a_change_names_no_other_person(trainer: Client, learner: User) -> None:
    give(trainer)
    other = UserFactory()
    extra = ExtraTime.objects.get()
    trainer.post(f"{LIST}edit/{extra.pk}/", {"email": other.email, "percent": "50"})
    assert ExtraTime.objects.get().person == learner


def test_each_change_is_on_the_audit_record(trainer: Client, learner: User) -> None:
    give(trainer)
    trainer.post(f"{LIST}delete/{ExtraTime.objects.get().pk}/")
    records = AuditRecord.objects.filter(subject=f"user {learner.pk}").order_by("pk")
    assert [record.action for record in records] == ["extra_time.given", "extra_time.ended"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": "nobody@agency.example"}, "Nobody has an account with this address."),
        ({"email": "asha"}, "Enter a valid email address."),
        ({"percent": "0"}, "greater than or equal to 1"),
        ({"percent": "301"}, "less than or equal to 300"),
        ({"percent": "more"}, "Enter a whole number."),
    ],
)
def test_what_is_wrong_is_told_and_kept(
    trainer: Client, learner: User, typed: dict[str, str], told: str
) -> None:
    page = give(trainer, **typed).content.decode()
    assert told in page
    assert next(iter(typed.values())) in page
    assert not ExtraTime.objects.exists()


def test_who_has_it_gets_no_second(trainer: Client, learner: User) -> None:
    give(trainer)
    page = give(trainer, percent="50").content.decode()
    assert "They have extra time already" in page
    assert ExtraTime.objects.get().percent == 25


def test_the_reason_has_no_place(trainer: Client) -> None:
    fields = trainer.get(NEW).context["form"].fields
    assert list(fields) == ["email", "percent"]


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER])
def test_who_does_not_teach_learns_nothing_of_it(role: Role, learner: User) -> None:
    extra, client = ExtraTime.objects.create(person=learner, percent=25), staff_client(role)
    for address in (LIST, NEW, f"{LIST}edit/{extra.pk}/", f"{LIST}delete/{extra.pk}/"):
        assert "asha" not in client.get(address, follow=True).content.decode().lower()
        client.post(address, {"email": learner.email, "percent": "50"})
    assert ExtraTime.objects.get().percent == 25


def test_who_is_no_staff_finds_nothing(learner: User) -> None:
    assert sign_in(Client(), learner).get(LIST).status_code == 404


def test_nothing_kept_for_good_names_the_person(learner: User) -> None:
    assert str(ExtraTime.objects.create(person=learner, percent=25)) == "25%"
