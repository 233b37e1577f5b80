"""Does it work? Paired, never of fewer than five, and remarks that name nobody."""

import pytest
from django.test import Client

from courses.analysis.surveys import survey_figures
from courses.enums import Moment
from courses.models import CoursePage, LessonPage, LessonRemark, SurveyAnswer
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import AuditRecord
from hub.pages.written import stream
from tests.factories import pages
from tests.factories.courses import lessons_of, make_course
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer() -> Client:
    return staff_client(Role.TRAINER)


@pytest.fixture
def course() -> CoursePage:
    return make_course(1, outcomes=stream("works", [("outcome", "See the signs")]))


def say(course: CoursePage, moment: Moment, *people: object, value: int, **said: object) -> None:
    ratings = {course.outcomes[0].id: value}
    for person in people:
        SurveyAnswer.objects.create(
            person=person,
            course=course,
            moment=moment,
            ratings=ratings,
            answered_at="2026-03-02T09:00Z",
            **said,
        )


def page_of(trainer: Client, course: CoursePage) -> str:
    return trainer.get(f"/cms/course-reports/{course.pk}/").content.decode()


def test_only_those_who_answered_twice_are_compared(course: CoursePage) -> None:
    people = UserFactory.create_batch(6)
    say(course, Moment.BEFORE, *people, value=2)
    say(course, Moment.AFTER, *people[:5], UserFactory(), value=4)
    change = survey_figures(course).pairs[0].changes[0]
    assert (change.first.n, change.second.n) == (5, 5)
    assert (change.first.mean, change.second.mean, change.difference) == (2, 4, 2)
    assert change.second.counts == (0, 0, 0, 5, 0)


def test_another_cycle_is_another_pair(course: CoursePage) -> None:
    person = UserFactory()
    say(course, Moment.BEFORE, person, value=2, cycle=1)
    say(course, Moment.AFTER, person, value=4, cycle=2)
    assert survey_figures(course).pairs[0].changes[0].first.n == 0


def test_a_sixth_answer_shows_with_the_tenth(course: CoursePage) -> None:
    people = UserFactory.create_batch(10)
    say(course, Moment.BEFORE, *people, value=2)
    say(course, Moment.AFTER, *people[:9], value=4, useful=5, words="More about housing")
    figures = survey_figures(course)
    assert (figures.pairs[0].changes[0].first.n, figures.useful.n) == (5, 5)
    assert len(figures.comments) == 5
    say(course, Moment.AFTER, people[9], value=4, useful=5, words="More about housing")
    figures = survey_figures(course)
    assert (figures.pairs[0].changes[0].first.n, figures.useful.n) == (10, 10)
    assert len(figures.comments) == 10


def test_who_has_another_cycle_counts_once(course: CoursePage) -> None:
    people = UserFactory.create_batch(4)
    for cycle in (1, 2):
        say(course, Moment.BEFORE, *people, value=2, cycle=cycle)
        say(course, Moment.AFTER, *people, value=4, cycle=cycle)
    assert survey_figures(course).pairs[0].changes[0].first.n == 0


def test_one_table_less_the_other_tells_nothing_of_fewer_than_five(course: CoursePage) -> None:
    people = UserFactory.create_batch(11)
    say(course, Moment.BEFORE, *people, value=2)
    say(course, Moment.AFTER, *people[:6], value=4)
    say(course, Moment.LATER, *people[1:6], value=3)
    sooner, later = (pair.changes[0].first.n for pair in survey_figures(course).pairs)
    assert (sooner, later) == (5, 0)  # five less those four who are counted in both
    say(course, Moment.AFTER, *people[6:10], value=4)
    say(course, Moment.LATER, people[10], value=3)
    sooner, later = (pair.changes[0].first.n for pair in survey_figures(course).pairs)
    assert (sooner, later) == (10, 5)


def test_of_four_nothing_is_said_and_of_five_it_is(trainer: Client, course: CoursePage) -> None:
    people = UserFactory.create_batch(5)
    said = {"useful": 5, "words": "More about housing"}
    say(course, Moment.BEFORE, *people, value=2)
    say(course, Moment.AFTER, *people[:4], value=4, **said)
    page = page_of(trainer, course)
    assert "Too few to tell" in page
    assert "More about housing" not in page
    assert "+2.0" not in page
    say(course, Moment.AFTER, people[4], value=4, **said)
    page = page_of(trainer, course)
    assert "More about housing" in page
    assert "+2.0" in page


def test_the_file_suppresses_as_the_page_does(trainer: Client, course: CoursePage) -> None:
    address = f"/cms/course-reports/{course.pk}/figures/"
    people = UserFactory.create_batch(5)
    say(course, Moment.BEFORE, *people, value=2)
    say(course, Moment.AFTER, *people[:4], value=4)
    assert "4.00" not in trainer.get(address).content.decode()
    say(course, Moment.AFTER, people[4], value=4)
    answer = trainer.get(address)
    assert answer["Content-Type"].startswith("text/csv")
    assert "See the signs,After,5,4.00" in answer.content.decode()


def test_the_file_of_a_closed_course_is_not_there(trainer: Client, course: CoursePage) -> None:
    pages.restrict(course, group_for_area(AreaFactory()))
    assert trainer.get(f"/cms/course-reports/{course.pk}/figures/").status_code == 404


def test_a_learner_writes_what_is_wrong_and_nobody_knows_who(
    trainer: Client, client: Client, course: CoursePage
) -> None:
    learner, lesson = UserFactory(name="Rowan Ashe"), lessons_of(course)[0]
    sign_in(client, learner)
    address = f"/learning/lessons/{lesson.pk}/remark/"
    assert address in client.get(lesson.url).content.decode()
    client.post(address, {"text": "The second step is unclear"})
    page = page_of(trainer, course)
    assert "The second step is unclear" in page
    assert "Rowan Ashe" not in page
    assert {field.name for field in LessonRemark._meta.fields} == {
        *("id", "lesson", "text", "day", "dealt_on")
    }


def test_words_about_a_person_are_asked_about(client: Client, course: CoursePage) -> None:
    sign_in(client, UserFactory())
    address = f"/learning/lessons/{lessons_of(course)[0].pk}/remark/"
    client.post(address, {"text": "Ring 07700 900123"})
    assert not LessonRemark.objects.exists()


def remark_on(lesson: LessonPage) -> LessonRemark:
    return LessonRemark.objects.create(lesson=lesson, text="Unclear")


def test_a_remark_is_dealt_with_and_opened_again(trainer: Client, course: CoursePage) -> None:
    remark = remark_on(lessons_of(course)[0])
    for then, is_dealt in (("dealt", True), ("open", False)):
        trainer.post(f"/cms/course-reports/remarks/{remark.pk}/", {"then": then})
        remark.refresh_from_db()
        assert (remark.dealt_on is not None) is is_dealt
    actions = set(AuditRecord.objects.values_list("action", flat=True))
    assert {"remark.dealt_with", "remark.reopened"} <= actions


def test_who_may_not_change_the_lesson_deals_with_nothing(course: CoursePage) -> None:
    remark = remark_on(lessons_of(course)[0])
    analyst = staff_client(Role.ANALYST)
    answer = analyst.post(f"/cms/course-reports/remarks/{remark.pk}/", {"then": "dealt"})
    remark.refresh_from_db()
    assert answer.status_code == 404
    assert remark.dealt_on is None


def test_a_remark_on_a_closed_lesson_is_not_there(trainer: Client, course: CoursePage) -> None:
    remark = remark_on(lessons_of(course)[0])
    pages.restrict(course, group_for_area(AreaFactory()))
    answer = trainer.post(f"/cms/course-reports/remarks/{remark.pk}/", {"then": "dealt"})
    assert answer.status_code == 404
