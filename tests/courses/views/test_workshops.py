"""Workshops as people book them."""

import pytest
from django.test import Client

from courses.enums import Seat
from courses.models import Booking, CoursePage, Workshop
from courses.services.workshops import cancel_workshop, save_workshop
from hub.access.groups import group_for_area
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in
from tests.factories.workshops import HOUR, begun, booked, course_asking_for, make_workshop

pytestmark = pytest.mark.django_db
LINK = "https://meet.agency.example/room-7"


@pytest.fixture
def workshop() -> Workshop:
    return make_workshop(capacity=1, link=LINK)


@pytest.fixture
def person() -> User:
    return UserFactory()


def client_of(person: User) -> Client:
    return sign_in(Client(), person)


def shown(client: Client, workshop: Workshop) -> str:
    return client.get(workshop.get_absolute_url()).content.decode()


def test_a_stranger_reads_and_is_asked_to_sign_in(client: Client, workshop: Workshop) -> None:
    page = shown(client, workshop)
    assert "1 seat left" in page
    assert "Sign in to book" in page
    answer = client.post(f"{workshop.get_absolute_url()}book/")
    assert answer["Location"].endswith(f"next=%2Flearning%2Fworkshops%2F{workshop.code}%2F")
    assert not Booking.objects.exists()


def test_the_trainers_name_is_for_people_with_an_account(
    client: Client, workshop: Workshop, person: User
) -> None:
    assert workshop.trainer.name not in shown(client, workshop)
    assert workshop.trainer.name in shown(client_of(person), workshop)


def test_booking_gives_a_seat_and_shows_the_link(workshop: Workshop, person: User) -> None:
    client = client_of(person)
    assert LINK not in shown(client, workshop)
    page = client.post(f"{workshop.get_absolute_url()}book/", follow=True).content.decode()
    assert "You have a seat" in page
    assert LINK in page


def test_who_waits_does_not_see_the_link(workshop: Workshop, person: User) -> None:
    booked(workshop)
    client = client_of(person)
    page = client.post(f"{workshop.get_absolute_url()}book/", follow=True).content.decode()
    assert "waiting list" in page
    assert LINK not in page
    assert LINK.encode() not in client.get(f"{workshop.get_absolute_url()}calendar/").content


def test_the_calendar_file_holds_the_link_for_who_has_a_seat(
    client: Client, workshop: Workshop, person: User
) -> None:
    booked(workshop, person)
    address = f"{workshop.get_absolute_url()}calendar/"
    assert LINK.encode() in client_of(person).get(address).content
    assert LINK.encode() not in client.get(address).content
    assert client.get(address)["Content-Type"].startswith("text/calendar")


def test_a_seat_is_given_up_after_a_question(workshop: Workshop, person: User) -> None:
    booked(workshop, person)
    client, address = client_of(person), f"{workshop.get_absolute_url()}give-up/"
    client.get(address)
    assert Booking.objects.get().seat == Seat.BOOKED
    client.post(address)
    assert Booking.objects.get().seat == Seat.GIVEN_UP


def test_what_cannot_be_booked_says_why(person: User, workshop: Workshop) -> None:
    begun(workshop)
    client = client_of(person)
    assert "has begun or is over" in shown(client, workshop)
    page = client.post(f"{workshop.get_absolute_url()}book/", follow=True).content.decode()
    assert "Booking is closed" in page


def test_a_cancelled_workshop_says_why_and_leaves_calendars(
    workshop: Workshop, person: User
) -> None:
    booked(workshop, person)
    cancel_workshop(workshop=workshop, reason="The hall is flooded.", by_id=None)
    client = client_of(person)
    page = shown(client, workshop)
    assert "The hall is flooded." in page
    assert LINK not in page
    file = client.get(f"{workshop.get_absolute_url()}calendar/").content.decode()
    assert "METHOD:CANCEL" in file
    assert "SEQUENCE:1" in file


def test_a_closed_course_hides_its_workshops(client: Client, workshop: Workshop) -> None:
    pages.restrict(workshop.course, group_for_area(AreaFactory()))
    for path in ("", "calendar/"):
        assert client.get(f"{workshop.get_absolute_url()}{path}").status_code == 404
    assert workshop.title not in client.get("/learning/workshops/").content.decode()


def test_the_list_shows_what_is_to_come_and_ones_own(workshop: Workshop, person: User) -> None:
    past = begun(make_workshop(title="Long gone"), ago=30 * HOUR)
    booked(workshop, person)
    page = client_of(person).get("/learning/workshops/").content.decode()
    assert workshop.title in page
    assert "You have a seat" in page
    assert past.title not in page


def test_the_course_page_shows_dates_and_conditions(person: User) -> None:
    course = course_asking_for(attendance=True, sign_off=True)
    make_workshop(course)
    page = client_of(person).get(course.url).content.decode()
    for words in ("Come to a workshop", "Book a seat below", "Practise the first conversation"):
        assert words in page
    assert "A trainer’s sign-off" in page


def test_attendance_stands_in_the_learning_record(person: User, workshop: Workshop) -> None:
    booking = booked(workshop, person)
    begun(workshop, ago=3 * HOUR)
    client = client_of(person)
    assert workshop.title not in client.get("/learning/record/").content.decode()
    Booking.objects.filter(pk=booking.pk).update(came=True)
    page = client.get("/learning/record/").content.decode()
    assert workshop.title in page
    assert "2 hours" in page


def test_search_finds_a_workshop_by_its_course(workshop: Workshop) -> None:
    workshop.title = "Roleplay with actors"
    save_workshop(workshop=workshop)
    course = CoursePage.objects.get(pk=workshop.course_id)
    sections = course.search_document().sections
    texts = [section.text for section in sections if section.anchor == "workshops"]
    assert texts == ["Roleplay with actors, Room 2, Town Hall"]
