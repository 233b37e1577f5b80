"""Trainers set up workshops, move and cancel them."""

import datetime

import pytest
from django.utils import timezone

from courses.models import Workshop
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.notices.models import Notice
from tests.factories import pages
from tests.factories.courses import make_course
from tests.factories.people import AreaFactory, staff_client
from tests.factories.workshops import booked, make_workshop, trainer

pytestmark = pytest.mark.django_db
LIST = "/cms/workshops/"


def written(**fields: object) -> dict[str, object]:
    given = {
        "title": "Practise the first conversation",
        "about": "",
        "starts_at": "2027-07-06 09:30",
        "ends_at": "2027-07-06 12:30",
        "place": "Room 2",
        "link": "",
        "capacity": "12",
        "closes_at": "",
    }
    return given | fields


def as_written(workshop: Workshop, **fields: object) -> dict[str, object]:
    times = {name: local(getattr(workshop, name)) for name in ("starts_at", "ends_at")}
    kept = {"title": workshop.title, "place": workshop.place, "capacity": workshop.capacity}
    kept |= {"trainer": workshop.trainer_id, "course": workshop.course_id}
    return written(**(kept | times | fields))


def local(moment: datetime.datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def edit(workshop: Workshop, **fields: object) -> str:
    client = staff_client(Role.TRAINER)
    address = f"{LIST}edit/{workshop.pk}/"
    return client.post(address, as_written(workshop, **fields), follow=True).content.decode()


def test_a_trainer_sets_one_up_and_london_time_is_kept_as_utc() -> None:
    course, by = make_course(1), trainer()
    staff_client(Role.TRAINER).post(f"{LIST}new/", written(course=course.pk, trainer=by.pk))
    made = Workshop.objects.get()
    assert (made.course_id, made.trainer) == (course.pk, by)
    assert made.starts_at == datetime.datetime(2027, 7, 6, 8, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ends_at": "2027-07-06 09:30"}, "It ends before it starts"),
        ({"capacity": "0"}, "greater than or equal to 1"),
        ({"closes_at": "2027-07-07 09:30"}, "close after the workshop starts"),
        ({"place": ""}, "Say where it is"),
        ({"trainer": ""}, "This field is required"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(fields: dict[str, str], words: str) -> None:
    data = written(course=make_course(1).pk, trainer=trainer().pk) | fields
    page = staff_client(Role.TRAINER).post(f"{LIST}new/", data).content.decode()
    assert words in page
    assert "Practise the first conversation" in page
    assert not Workshop.objects.exists()


def test_there_are_never_fewer_seats_than_were_given() -> None:
    workshop = make_workshop()
    booked(workshop)
    booked(workshop)
    assert "2 seats are given already" in edit(workshop, capacity="1")


def test_moving_in_the_cms_tells_who_booked() -> None:
    workshop = make_workshop()
    person = booked(workshop).person
    edit(workshop, place="Room 9")
    assert "has moved" in Notice.objects.get(person=person).text


def test_saving_without_a_change_moves_nobody() -> None:
    starts_at = timezone.now().replace(second=0, microsecond=0) + datetime.timedelta(days=9)
    workshop = make_workshop(starts_at=starts_at)
    booked(workshop)
    edit(workshop)
    workshop.refresh_from_db()
    assert workshop.sequence == 0


def test_cancelling_asks_for_the_reason_and_stays() -> None:
    workshop = make_workshop()
    person = booked(workshop).person
    edit(workshop, cancelled_because="The hall is flooded.")
    assert Notice.objects.get(person=person).detail == "The hall is flooded."
    workshop.refresh_from_db()
    assert "cancelled and stays" in edit(workshop, title="Again")


def test_a_workshop_stays_with_its_course() -> None:
    workshop = make_workshop()
    assert "Set up another one" in edit(workshop, course=make_course(1).pk)
    assert Workshop.objects.get().course_id == workshop.course_id


def test_workshops_of_a_closed_course_stay_closed() -> None:
    workshop = make_workshop(title="Behind closed doors")
    pages.restrict(workshop.course, group_for_area(AreaFactory()))
    client = staff_client(Role.TRAINER)
    assert "Behind closed doors" not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}edit/{workshop.pk}/").status_code == 404
    data = written(course=workshop.course_id, trainer=trainer().pk)
    client.post(f"{LIST}new/", data)
    assert Workshop.objects.count() == 1


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER])
def test_other_staff_set_up_none(role: Role) -> None:
    data = written(course=make_course(1).pk, trainer=trainer().pk)
    staff_client(role).post(f"{LIST}new/", data)
    assert not Workshop.objects.exists()


def test_only_trainers_are_offered() -> None:
    workshop = make_workshop()
    person = booked(workshop).person
    page = staff_client(Role.TRAINER).get(f"{LIST}edit/{workshop.pk}/").content.decode()
    assert workshop.trainer.name in page
    assert person.name not in page
