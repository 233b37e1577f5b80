"""People who did a course, what they say of it, and somebody's weekly questions."""

import datetime
from collections.abc import Sequence

from django.utils import timezone

from courses.enums import Moment
from courses.models import (
    Attempt,
    AttemptItem,
    Certificate,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonRemark,
    LessonView,
    QuestionVersion,
    Quiz,
    Refresher,
    RefresherItem,
    SurveyAnswer,
)
from courses.models.refresher import week_of
from courses.questions.base import Answer
from courses.services.drawing import versions_for
from courses.services.marking import mark, settle
from courses.services.refreshing import SERIES
from courses.services.schedule import due_after
from courses.services.surveys import THREE_MONTHS
from hub.access.readers import reader_for
from hub.core.dates import add_months
from hub.demo.loader.content import Fact, read
from hub.demo.loader.pages import Shelf
from hub.notices.services import subscribe
from hub.users.models import User

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)


def load_learning(shelf: Shelf, people: dict[str, User]) -> None:
    """Who has started a course already, by themselves or in an earlier run, stays as they are."""
    content = read("learning")
    for fact in content["courses"]:
        course = shelf.pages[fact["course"]]
        for row in fact.get("stopped", ()):
            stop_halfway(people[row["person"]], course, row)
        for row in fact["finished"]:
            finish(people[row["person"]], course, row)
        for row in fact.get("remarks", ()):
            load_remark(shelf.pages[row["lesson"]], row)
    weekly = content["weekly"]
    load_weekly(people[weekly["person"]], shelf.pages[weekly["course"]], weekly["weeks"])


def days_ago(days: int) -> datetime.datetime:
    return timezone.now() - days * DAY


def start(person: User, course: CoursePage, at: datetime.datetime) -> bool:
    _, is_new = Enrolment.objects.get_or_create(
        person=person, course=course, defaults={"created_at": at}
    )
    return is_new


def read_lessons(person: User, lessons: Sequence[LessonPage], at: datetime.datetime) -> None:
    LessonView.objects.bulk_create(
        LessonView(
            person=person,
            lesson=lesson,
            first_viewed_at=at,
            last_viewed_at=at,
            completed_at=at + HOUR / 6,
        )
        for lesson in lessons
    )


def stop_halfway(person: User, course: CoursePage, row: Fact) -> None:
    """In the middle of the last of so many lessons."""
    at = days_ago(row["days"])
    if start(person, course, at):
        lessons = list(LessonPage.objects.below([course]))[: row["lessons"]]
        read_lessons(person, lessons, at)
        LessonView.objects.of(person.pk).filter(lesson=lessons[-1]).update(completed_at=None)


def finish(person: User, course: CoursePage, row: Fact) -> None:
    began, ended = days_ago(row["days"] + 7), days_ago(row["days"])
    if not start(person, course, began):
        return
    read_lessons(person, LessonPage.objects.below([course]), began)
    certify(sit_quiz(person, course, ended - HOUR / 3, row["missed"]), ended)
    say(person, course, Moment.BEFORE, began, {"ratings": row["before"]})
    say(person, course, Moment.AFTER, ended, row["after"])
    if "later" in row:
        say(person, course, Moment.LATER, ended + THREE_MONTHS + DAY, row["later"])


def sit_quiz(person: User, course: CoursePage, at: datetime.datetime, missed: int) -> Attempt:
    """Wrong in the last so many of the questions that may be wrong."""
    quiz = Quiz.objects.final().get(course=course)
    attempt = Attempt(
        person=person, quiz=quiz, pass_mark=quiz.pass_mark, shuffled=quiz.shuffle, started_at=at
    )
    versions = versions_for(quiz, reader_for(person), attempt.seed)
    attempt.total = attempt.marks_possible = len(versions)
    attempt.reached = attempt.total + 1
    may_miss = [version for version in versions if not version.question.must_pass]
    wrong = may_miss[len(may_miss) - missed :]
    items = [
        AttemptItem(
            attempt=attempt,
            order=order,
            question_version=version,
            must_pass=version.question.must_pass,
            answer=answer(version, right=version not in wrong),
            answered_at=at + order * HOUR / 60,
        )
        for order, version in enumerate(versions, start=1)
    ]
    settle(attempt, items)
    attempt.submitted_at = at + HOUR / 3
    attempt.save()
    AttemptItem.objects.bulk_create(items)
    return attempt


def answer(version: QuestionVersion, *, right: bool) -> Answer:
    """All right options, or one wrong one."""
    ids = [option["id"] for option in version.data["options"] if option["right"] is right]
    return ids if right else ids[:1]


def certify(attempt: Attempt, at: datetime.datetime) -> None:
    course = attempt.quiz.course
    Certificate.objects.create(
        attempt=attempt,
        person=attempt.person,
        course=course,
        person_name=attempt.person.get_full_name(),
        course_title=course.title,
        issued_at=at,
        valid_until=add_months(timezone.localdate(at), course.validity_months),
    )


def say(
    person: User, course: CoursePage, moment: Moment, at: datetime.datetime, said: Fact
) -> None:
    outcomes = [block.id for block in course.outcomes]
    ratings = dict(zip(outcomes, said["ratings"], strict=True))
    SurveyAnswer.objects.create(
        person=person,
        course=course,
        moment=moment,
        answered_at=at,
        **{**said, "ratings": ratings},
    )


def load_remark(lesson: LessonPage, row: Fact) -> None:
    if not lesson.remarks.filter(text=row["text"]).exists():
        LessonRemark.objects.create(
            lesson=lesson,
            text=row["text"],
            day=timezone.localdate() - row["days"] * DAY,
            dealt_on=timezone.localdate() - row["dealt"] * DAY if "dealt" in row else None,
        )


def load_weekly(person: User, course: CoursePage, weeks: Sequence[Sequence[bool]]) -> None:
    """On the Tuesdays before this week, each question once."""
    this_week = week_of(timezone.localdate())
    mondays = [this_week - 7 * DAY * ago for ago in range(len(weeks), 0, -1)]
    refresher, is_new = Refresher.objects.get_or_create(
        person=person, defaults={"started_at": days_ago(7 * len(weeks) + 7)}
    )
    if not is_new:
        return
    subscribe(person=person, kind=SERIES, object_id=refresher.pk)
    asked = AttemptItem.objects.filter(attempt__person=person, attempt__quiz__course=course)
    versions = iter([item.question_version for item in asked.select_related("question_version")])
    for monday, answers in zip(mondays, weeks, strict=True):
        noon = datetime.datetime.combine(monday + DAY, datetime.time(12))
        at = timezone.make_aware(noon)
        for place, right in enumerate(answers, start=1):
            version = next(versions)
            item = RefresherItem(
                refresher=refresher,
                week=monday,
                place=place,
                question_id=version.question_id,
                question_version=version,
                answer=answer(version, right=right),
                answered_at=at,
            )
            mark(item)
            item.due_at = due_after([(at, item.marks)])
            item.save()
