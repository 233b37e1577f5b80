"""Attendance by phone, people who come without a seat, and a trainer's word."""

import pytest
from django.test import Client

from courses.models import Booking, Certificate, SignOff, Workshop
from courses.services.lessons import enrol
from courses.services.workshops import cancel_workshop
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import sit_quiz
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role
from tests.factories.workshops import begun, booked, course_asking_for, make_workshop, trainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop() -> Workshop:
    return make_workshop(course_asking_for(attendance=True, sign_off=True), capacity=2)


def client_of(person: User) -> Client:
    return sign_in(Client(), person, mfa=True)


def list_of(workshop: Workshop) -> str:
    return f"/learning/teaching/{workshop.code}/"


def save_list(workshop: Workshop, came: list[Booking], **more: str) -> None:
    listed = list(Booking.objects.filter(workshop=workshop).values_list("pk", flat=True))
    data = {"listed": listed, "came": [one.pk for one in came], **more}
    client_of(workshop.trainer).post(list_of(workshop), data)


def marks(workshop: Workshop) -> list[bool | None]:
    return list(
        Booking.objects.filter(workshop=workshop).order_by("pk").values_list("came", flat=True)
    )


def test_ticks_are_kept_and_the_rest_is_open_until_the_list_is_complete(
    workshop: Workshop,
) -> None:
    first, _second = booked(workshop), booked(workshop)
    begun(workshop)
    save_list(workshop, [first])
    assert marks(workshop) == [True, None]
    save_list(workshop, [first], is_complete="on")
    assert marks(workshop) == [True, False]
    save_list(workshop, [])
    assert marks(workshop) == [None, None]


def test_a_list_shown_before_somebody_was_added_leaves_them(workshop: Workshop) -> None:
    first = booked(workshop)
    begun(workshop)
    person = UserFactory()
    client = client_of(workshop.trainer)
    client.post(f"{list_of(workshop)}walk-in/", {"email": person.email.upper()})
    client.post(list_of(workshop), {"listed": [first.pk], "came": [], "is_complete": "on"})
    assert marks(workshop) == [False, True]


def test_who_waits_and_comes_has_come(workshop: Workshop) -> None:
    booked(workshop)
    booked(workshop)
    waiting = booked(workshop)
    begun(workshop)
    save_list(workshop, [waiting], is_complete="on")
    assert marks(workshop) == [False, False, True]


def test_nothing_is_ticked_before_the_day(workshop: Workshop) -> None:
    save_list(workshop, [booked(workshop)])
    assert marks(workshop) == [None]


def test_nothing_is_ticked_of_a_cancelled_workshop(workshop: Workshop) -> None:
    first = booked(workshop)
    cancel_workshop(workshop=begun(workshop), reason="Snow.", by_id=None)
    save_list(workshop, [first])
    assert marks(workshop) == [None]


def test_a_booking_of_another_workshop_is_no_answer(workshop: Workshop) -> None:
    booked(workshop)
    begun(workshop)
    foreign = booked(begun(make_workshop()) and make_workshop())
    save_list(workshop, [foreign])
    foreign.refresh_from_db()
    assert foreign.came is None


def test_another_trainer_finds_no_list(workshop: Workshop) -> None:
    answer = client_of(trainer()).get(list_of(workshop))
    assert answer.status_code == 404


def test_an_administrator_may_step_in(workshop: Workshop) -> None:
    assert staff_client(Role.ADMINISTRATOR).get(list_of(workshop)).status_code == 200


def test_who_is_no_trainer_any_more_finds_no_list(workshop: Workshop) -> None:
    workshop.trainer.memberships.all().delete()
    assert client_of(workshop.trainer).get(list_of(workshop)).status_code == 404


def test_a_course_closed_to_the_trainer_closes_the_list(workshop: Workshop) -> None:
    pages.restrict(workshop.course, group_for_area(AreaFactory()))
    assert client_of(workshop.trainer).get(list_of(workshop)).status_code == 404


def test_who_has_no_account_or_may_not_take_the_course_gets_one_answer(
    workshop: Workshop,
) -> None:
    begun(workshop)
    area, outsider = AreaFactory(), UserFactory()
    pages.restrict(workshop.course, group_for_area(area))
    with_role(workshop.trainer, Role.MEMBER, area=area)
    client = client_of(workshop.trainer)
    for email in (outsider.email, "nobody@agency.example"):
        page = client.post(f"{list_of(workshop)}walk-in/", {"email": email}).content.decode()
        assert "Nobody who may take this course" in page
        assert email in page
    assert not Booking.objects.exists()


def test_names_stand_on_the_list_and_nowhere_public(client: Client, workshop: Workshop) -> None:
    name = booked(workshop, UserFactory(name="Siân Prŷs")).person.name
    assert name in client_of(workshop.trainer).get(list_of(workshop)).content.decode()
    for page in (workshop.get_absolute_url(), "/learning/workshops/", workshop.course.url):
        assert name not in client.get(page).content.decode()


def learner(workshop: Workshop) -> User:
    person = UserFactory(name="Siân Prŷs")
    assert sit_quiz(person, workshop.course, right=1).passed
    return person


def sign_address(workshop: Workshop, person: User) -> str:
    return f"/learning/teaching/courses/{workshop.course_id}/people/{person.pk}/"


def test_who_passed_the_quiz_waits_for_the_sign_off(workshop: Workshop) -> None:
    person, client = learner(workshop), client_of(workshop.trainer)
    enrol(person_id=UserFactory(name="Just begun").pk, course=workshop.course)
    page = client.get("/learning/teaching/").content.decode()
    assert person.name in page
    assert "Just begun" not in page
    data = {"outcome": "ready", "note": "Asks open questions"}
    client.post(sign_address(workshop, person), data, follow=True)
    assert SignOff.objects.get().note == "Asks open questions"
    assert person.name not in client.get("/learning/teaching/").content.decode()


def test_the_last_word_brings_the_certificate(workshop: Workshop) -> None:
    person = learner(workshop)
    booking = booked(workshop, person)
    begun(workshop)
    save_list(workshop, [booking])
    assert not Certificate.objects.exists()
    client = client_of(workshop.trainer)
    assert person.name in client.get(list_of(workshop)).content.decode()
    client.post(sign_address(workshop, person), {"outcome": "ready"})
    assert Certificate.objects.get().person == person


def test_not_yet_needs_a_reason_and_keeps_what_was_typed(workshop: Workshop) -> None:
    person, client = learner(workshop), client_of(workshop.trainer)
    page = client.post(sign_address(workshop, person), {"outcome": "not_yet"}).content.decode()
    assert "Say what is missing" in page
    page = client.post(sign_address(workshop, person), {"note": "She is good."}).content.decode()
    assert "She is good." in page
    assert not SignOff.objects.exists()


def test_it_is_taken_back_after_a_question(workshop: Workshop) -> None:
    person, client = learner(workshop), client_of(workshop.trainer)
    client.post(sign_address(workshop, person), {"outcome": "ready"})
    given = SignOff.objects.get()
    address = f"/learning/teaching/sign-offs/{given.pk}/take-back/"
    client.get(address)
    assert SignOff.objects.standing().exists()
    client.post(address)
    assert not SignOff.objects.standing().exists()


def test_nobody_finds_themselves_to_sign_off(workshop: Workshop) -> None:
    enrol(person_id=workshop.trainer_id, course=workshop.course)
    address = sign_address(workshop, workshop.trainer)
    assert client_of(workshop.trainer).get(address).status_code == 404


def test_a_trainer_of_an_area_signs_off_only_who_came_to_them(workshop: Workshop) -> None:
    person = learner(workshop)
    other = with_role(UserFactory(), Role.TRAINER, area=AreaFactory())
    mine = make_workshop(workshop.course, trainer=other)
    client = client_of(other)
    assert client.get(sign_address(workshop, person)).status_code == 404
    booked(mine, person)
    begun(mine)
    save_list(mine, list(Booking.objects.filter(workshop=mine)))
    assert client.get(sign_address(workshop, person)).status_code == 200


def test_a_course_that_asks_for_no_sign_off_has_none_to_give() -> None:
    workshop = make_workshop(course_asking_for(attendance=True))
    person = learner(workshop)
    answer = client_of(workshop.trainer).get(sign_address(workshop, person))
    assert answer.status_code == 404


def signed_off(workshop: Workshop) -> tuple[User, str]:
    """Somebody who came and is signed off, and where that is taken back."""
    person = learner(workshop)
    came = booked(workshop, person)
    begun(workshop)
    save_list(workshop, [came])
    client_of(workshop.trainer).post(sign_address(workshop, person), {"outcome": "ready"})
    return person, f"/learning/teaching/sign-offs/{SignOff.objects.get().pk}/take-back/"


def test_who_is_no_trainer_any_more_has_no_word(workshop: Workshop) -> None:
    person, back = signed_off(workshop)
    workshop.trainer.memberships.all().delete()
    client = client_of(workshop.trainer)
    assert client.get(sign_address(workshop, person)).status_code == 404
    assert client.post(back).status_code == 404


def test_in_a_course_closed_to_the_trainer_nobody_is_signed_off(workshop: Workshop) -> None:
    person, back = signed_off(workshop)
    pages.restrict(workshop.course, group_for_area(AreaFactory()))
    client = client_of(workshop.trainer)
    assert client.get(sign_address(workshop, person)).status_code == 404
    assert client.post(back).status_code == 404


def test_a_trainer_of_an_area_takes_back_nothing_of_anothers(workshop: Workshop) -> None:
    _person, back = signed_off(workshop)
    other = with_role(UserFactory(), Role.TRAINER, area=AreaFactory())
    assert client_of(other).post(back).status_code == 404
    assert SignOff.objects.standing().exists()
