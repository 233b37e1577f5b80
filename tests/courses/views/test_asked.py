"""What a learner sees of cohorts and of what is asked of them."""

import pytest
from django.test import Client

from courses.models import Assignment, Cohort, CohortMember
from hub.access.enums import Role
from hub.access.personal_data import record_named
from hub.core.dates import long_date
from hub.mydata.services import erase_account
from tests.factories.cohorts import as_lead_of, asked, in_days, learner_in, make_cohort
from tests.factories.courses import course_with_quiz, make_course, sit_quiz
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def learning(client: Client) -> str:
    return client.get("/learning/").content.decode()


def test_it_says_what_is_asked_by_when_why_and_by_whom() -> None:
    area = AreaFactory()
    person, course = learner_in(area), make_course(1)
    by = UserFactory(name="Helen Asks")
    asked(course, make_cohort(area, person), 20, note="Before the panel.", by=by)
    page = learning(sign_in(Client(), person))
    for words in (course.title, long_date(in_days(20)), "Before the panel.", "Helen Asks"):
        assert words in page


def test_it_says_in_which_cohort_one_is_and_who_keeps_it() -> None:
    area = AreaFactory()
    person = learner_in(area)
    make_cohort(area, person, name="Spring")
    page = learning(sign_in(Client(), person))
    assert "Spring" in page
    assert "Helen Keeps" in page


def test_only_leads_find_the_way_to_their_pages() -> None:
    area = AreaFactory()
    assert "/learning/people/" in learning(as_lead_of(area))
    assert "/learning/people/" not in learning(sign_in(Client(), learner_in(area), mfa=True))


def test_marks_are_seen_while_they_are_shared() -> None:
    area = AreaFactory()
    person, course = learner_in(area), course_with_quiz(questions=4)
    cohort = make_cohort(area, person)
    asked(course, cohort)
    sit_quiz(person, course, right=3)
    lead, client = as_lead_of(area), sign_in(Client(), person)
    address, shared = f"/learning/people/{person.pk}/", "3 of 4"
    assert shared not in lead.get(address).content.decode()
    client.post(f"/learning/cohorts/{cohort.pk}/share/", {"share": "yes"})
    page = lead.get(address).content.decode()
    assert shared in page
    assert "Ask who benefits" not in page
    client.post(f"/learning/cohorts/{cohort.pk}/share/", {"share": "no"})
    assert shared not in lead.get(address).content.decode()


def test_marks_of_other_courses_are_not_shared() -> None:
    area = AreaFactory()
    person, course = learner_in(area), course_with_quiz(questions=4)
    cohort = make_cohort(area, person)
    CohortMember.objects.update(shares_since="2026-01-01T00:00:00Z")
    asked(make_course(1), cohort)
    sit_quiz(person, course, right=3)
    page = as_lead_of(area).get(f"/learning/people/{person.pk}/").content.decode()
    assert "3 of 4" not in page


def test_marks_shared_with_one_area_are_not_seen_from_another() -> None:
    area, other = AreaFactory(), AreaFactory()
    person, course = learner_in(area), course_with_quiz(questions=4)
    with_role(person, Role.MEMBER, area=other)
    asked(course, make_cohort(area, person))
    CohortMember.objects.update(shares_since="2026-01-01T00:00:00Z")
    sit_quiz(person, course, right=3)
    page = as_lead_of(other).get(f"/learning/people/{person.pk}/").content.decode()
    assert "3 of 4" not in page


def test_nobody_shares_for_somebody_else() -> None:
    area = AreaFactory()
    cohort = make_cohort(area, learner_in(area))
    for client in (as_lead_of(area), sign_in(Client(), UserFactory())):
        address = f"/learning/cohorts/{cohort.pk}/share/"
        assert client.post(address, {"share": "yes"}).status_code == 404
    assert CohortMember.objects.get().shares_since is None


def test_one_takes_away_what_was_asked_and_where_one_is() -> None:
    area = AreaFactory()
    person, course = learner_in(area), make_course(1)
    asked(course, make_cohort(area, person, name="Spring"))
    rows = list(record_named("cohorts").export(person))
    assert {row.get("cohort__name") for row in rows} == {"Spring"}
    assert [row["course__title"] for row in rows if "course__title" in row] == [course.title]


def test_an_erased_account_leaves_its_cohorts_and_what_was_asked_of_it() -> None:
    area = AreaFactory()
    person = learner_in(area)
    together = asked(make_course(1), make_cohort(area, person))
    asked(make_course(1), person)
    erase_account(person=person, by=person)
    assert list(Assignment.objects.all()) == [together]
    assert not CohortMember.objects.exists()


def test_an_erased_lead_leaves_the_cohort_without_a_name() -> None:
    area = AreaFactory()
    cohort = make_cohort(area, learner_in(area))
    asked(make_course(1), cohort, by=cohort.keeper)
    erase_account(person=cohort.keeper, by=cohort.keeper)
    assert Cohort.objects.get().keeper is None
    assert Assignment.objects.get().by is None
