"""Cohorts, for those who keep them."""

import pytest
from django.test import Client

from courses.models import Assignment, Cohort, CohortMember
from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.notices.models import Notice
from hub.taxonomy.models import Area
from tests.factories.cohorts import as_lead_of, asked, in_days, learner_in, make_cohort
from tests.factories.courses import finish_lessons, make_course
from tests.factories.people import (
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    sign_in,
    with_role,
)

pytestmark = pytest.mark.django_db

COHORTS = "/learning/cohorts/"


@pytest.fixture
def area() -> Area:
    return AreaFactory()


@pytest.fixture
def lead(area: Area) -> Client:
    return as_lead_of(area)


def of(cohort: Cohort, part: str = "") -> str:
    return f"{COHORTS}{cohort.pk}/{part}"


def day(days: int) -> str:
    return in_days(days).strftime("%d/%m/%Y")


def test_a_lead_makes_a_cohort_of_their_area(lead: Client, area: Area) -> None:
    lead.post(f"{COHORTS}new/", {"name": "Spring"})
    cohort = Cohort.objects.get()
    assert (cohort.name, cohort.area) == ("Spring", area)
    assert "Spring" in lead.get(COHORTS).content.decode()


def test_a_cohort_without_a_name_is_not_made(lead: Client) -> None:
    page = lead.post(f"{COHORTS}new/", {"name": ""}).content.decode()
    assert "Give the cohort a name." in page
    assert not Cohort.objects.exists()


def test_who_leads_two_places_chooses_one() -> None:
    area, work = AreaFactory(), OrganisationFactory()
    person = with_role(UserFactory(), Role.LEAD, area=area)
    client = sign_in(Client(), with_role(person, Role.LEAD, organisation=work), mfa=True)
    assert "Choose a place." in client.post(f"{COHORTS}new/", {"name": "Spring"}).content.decode()
    client.post(f"{COHORTS}new/", {"name": "Spring", "place": f"organisation-{work.pk}"})
    assert Cohort.objects.get().organisation == work


def test_no_cohort_is_made_of_a_place_led_by_somebody_else(lead: Client, area: Area) -> None:
    with_role(UserFactory(), Role.LEAD, area=area)
    other = AreaFactory()
    lead.post(f"{COHORTS}new/", {"name": "Spring", "place": f"area-{other.pk}"})
    assert not Cohort.objects.filter(area=other).exists()


def test_a_colleague_who_leads_the_same_area_keeps_it_too(area: Area) -> None:
    cohort = make_cohort(area)
    assert as_lead_of(area).get(of(cohort)).status_code == 200


@pytest.mark.parametrize("part", ["", "add/", "ask/", "change/", "end/"])
def test_a_cohort_of_another_area_is_not_there(lead: Client, part: str) -> None:
    assert lead.get(of(make_cohort(AreaFactory()), part)).status_code == 404


def test_people_of_the_area_are_added_and_told(lead: Client, area: Area) -> None:
    cohort, person = make_cohort(area), learner_in(area, name="Al Added")
    assert "Al Added" in lead.get(of(cohort, "add/")).content.decode()
    lead.post(of(cohort, "add/"), {"people": [person.pk]})
    assert [row.person for row in cohort.members.all()] == [person]
    assert "cohort" in Notice.objects.get(person=person).text
    assert AuditRecord.objects.filter(action="cohort.person_added").count() == 1


def test_nobody_of_another_area_can_be_added(lead: Client, area: Area) -> None:
    cohort, outsider = make_cohort(area), learner_in(AreaFactory(), name="Ola Elsewhere")
    assert "Ola Elsewhere" not in lead.get(of(cohort, "add/")).content.decode()
    page = lead.post(of(cohort, "add/"), {"people": [outsider.pk]}).content.decode()
    assert "add" in page
    assert not CohortMember.objects.exists()


@pytest.mark.parametrize("people", [[], ["x"], ["9" * 30], ["-1"]])
def test_what_names_nobody_adds_nobody(lead: Client, area: Area, people: list[str]) -> None:
    cohort = make_cohort(area)
    learner_in(area)
    assert lead.post(of(cohort, "add/"), {"people": people}).status_code == 200
    assert not CohortMember.objects.exists()


def test_somebody_who_left_the_area_is_not_shown(lead: Client, area: Area) -> None:
    cohort = make_cohort(area, learner_in(AreaFactory(), name="Ola Moved"))
    assert "Ola Moved" not in lead.get(of(cohort)).content.decode()


def test_somebody_is_removed(lead: Client, area: Area) -> None:
    person = learner_in(area)
    cohort = make_cohort(area, person)
    lead.post(of(cohort, f"people/{person.pk}/remove/"))
    assert not cohort.members.exists()


def test_a_cohort_is_asked_to_do_a_course_by_a_day(lead: Client, area: Area) -> None:
    person, course = learner_in(area), make_course(1)
    cohort = make_cohort(area, person)
    sent = {"course": course.pk, "due_on": day(20), "note": "Before the panel."}
    lead.post(of(cohort, "ask/"), sent)
    row = Assignment.objects.get()
    assert (row.cohort, row.course, row.due_on) == (cohort, course, in_days(20))
    assert course.title in Notice.objects.get(person=person).text
    assert AuditRecord.objects.filter(action="course.assigned").count() == 1


def test_asking_again_changes_the_day(lead: Client, area: Area) -> None:
    course, cohort = make_course(1), make_cohort(area)
    for days in (20, 30):
        lead.post(of(cohort, "ask/"), {"course": course.pk, "due_on": day(days)})
    assert [row.due_on for row in Assignment.objects.all()] == [in_days(30)]


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (day(-1), "This day is over."),
        (day(3000), "within three years"),
        ("soon", "Enter a date like"),
        ("", "Enter a date like"),
    ],
)
def test_a_day_that_makes_no_sense_is_refused_and_what_was_typed_stays(
    lead: Client, area: Area, due_on: str, said: str
) -> None:
    course, cohort = make_course(1), make_cohort(area)
    sent = {"course": course.pk, "due_on": due_on, "note": "Before the panel."}
    page = lead.post(of(cohort, "ask/"), sent).content.decode()
    assert said in page
    assert "Before the panel." in page
    assert not Assignment.objects.exists()


def test_one_person_is_asked(lead: Client, area: Area) -> None:
    person, course = learner_in(area), make_course(1)
    lead.post(f"/learning/people/{person.pk}/ask/", {"course": course.pk, "due_on": day(3)})
    assert Assignment.objects.get().person == person


def test_the_cohort_shows_how_many_have_done_it(lead: Client, area: Area) -> None:
    people = [learner_in(area) for _ in range(3)]
    course, cohort = make_course(1), make_cohort(area, *people)
    asked(course, cohort, -1)
    finish_lessons(people[0], course)
    page = lead.get(of(cohort)).content.decode()
    assert "1 of 3 have done it" in page
    assert "2 overdue" in page


def test_asking_is_taken_back(lead: Client, area: Area) -> None:
    row = asked(make_course(1), make_cohort(area))
    assert lead.get(f"/learning/asked/{row.pk}/end/").status_code == 200
    lead.post(f"/learning/asked/{row.pk}/end/")
    assert not Assignment.objects.exists()


def test_what_others_are_asked_is_not_there(lead: Client) -> None:
    for to in (make_cohort(AreaFactory()), learner_in(AreaFactory())):
        row = asked(make_course(1), to)
        assert lead.post(f"/learning/asked/{row.pk}/end/").status_code == 404
    assert Assignment.objects.count() == 2


def test_a_cohort_is_renamed_and_removed(lead: Client, area: Area) -> None:
    cohort = make_cohort(area, learner_in(area))
    lead.post(of(cohort, "change/"), {"name": "Summer"})
    assert Cohort.objects.get().name == "Summer"
    lead.post(of(cohort, "end/"))
    assert not Cohort.objects.exists()
