"""Courses with modules, lessons and a quiz, and people on their way through them."""

from typing import Any

import factory
from wagtail.models import PageViewRestriction

from courses.enums import Activity
from courses.models import (
    Attempt,
    Certificate,
    CourseIndexPage,
    CoursePage,
    LessonPage,
    ModulePage,
    Question,
    Quiz,
    RecordEntry,
)
from courses.questions.registry import question_type
from courses.services.attempts import save_answer, start_attempt, submit_attempt
from courses.services.certificates import revoke_certificate
from courses.services.lessons import enrol, set_done, view_lesson
from courses.services.questions import save_question
from courses.services.quizzes import make_practice, make_quiz
from hub.access.readers import reader_for
from hub.users.models import User
from search.sync.capture import capture
from tests.factories.people import UserFactory

OPTIONS = (
    {"text": "Ask who benefits", "right": True, "feedback": "That shows who is in control."},
    {"text": "Record it as choice", "right": False, "feedback": "A child can't choose this."},
    {"text": "Wait for proof", "right": False, "feedback": "Signs are enough to share."},
)


class CoursePageFactory(factory.Factory):
    class Meta:
        model = CoursePage

    title = factory.Sequence(lambda n: f"Course {n}")
    slug = factory.Sequence(lambda n: f"course-{n}")
    summary = "See it, say it, share it."
    minutes = 90
    audience_text = "Anyone who works with children"
    validity_months = 24

    @classmethod
    def _create(cls, model_class: type[CoursePage], **kwargs: Any) -> CoursePage:
        return CourseIndexPage.objects.first().add_child(instance=model_class(**kwargs))


class ModulePageFactory(factory.Factory):
    class Meta:
        model = ModulePage

    title = factory.Sequence(lambda n: f"Module {n}")
    slug = factory.Sequence(lambda n: f"module-{n}")

    @classmethod
    def _create(
        cls, model_class: type[ModulePage], course: CoursePage, **kwargs: Any
    ) -> ModulePage:
        return course.add_child(instance=model_class(**kwargs))


class LessonPageFactory(factory.Factory):
    class Meta:
        model = LessonPage

    title = factory.Sequence(lambda n: f"Lesson {n}")
    slug = factory.Sequence(lambda n: f"lesson-{n}")
    summary = "How a line works."
    minutes = 10

    @classmethod
    def _create(
        cls, model_class: type[LessonPage], module: ModulePage, **kwargs: Any
    ) -> LessonPage:
        return module.add_child(instance=model_class(**kwargs))


class RecordEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RecordEntry

    person = factory.SubFactory(UserFactory)
    activity = Activity.EVENT
    title = factory.Sequence(lambda n: f"Event {n}")
    minutes = 90


@capture()
def make_course(lessons: int = 2, **fields: Any) -> CoursePage:
    """A course with one module of that many lessons, fresh from the database."""
    course = CoursePageFactory(**fields)
    module = ModulePageFactory(course=course)
    for _number in range(lessons):
        LessonPageFactory(module=module)
    return CoursePage.objects.get(pk=course.pk)


def lessons_of(course: CoursePage) -> list[LessonPage]:
    return list(LessonPage.objects.below([course]))


def make_question(
    stem: str = "What do you do first?", kind: str = "single_choice", **fields: Any
) -> Question:
    written = {"options": fields.pop("options", OPTIONS)}
    fields = {"written": written, "explanation": "Control shows in who benefits."} | fields
    return save_question(kind=kind, stem=stem, **fields).question


@capture()
def course_with_quiz(lessons: int = 2, questions: int = 3, **fields: Any) -> CoursePage:
    """Its questions are about its first lesson; their first option is right."""
    course = make_course(lessons)
    about = lessons_of(course)[0] if lessons else None
    made = [make_question(f"Question {n}", lesson=about) for n in range(questions)]
    make_quiz(course=course, title="Check what you know", questions=made, **fields)
    return course


def example_question(kind: str, **fields: Any) -> Question:
    """As the first worked example of its type has it."""
    written = question_type(kind).examples[0].written
    return save_question(kind=kind, stem=written["stem"], written=written, **fields).question


@capture()
def course_asking(*questions: Question, **fields: Any) -> CoursePage:
    course = make_course(1)
    make_quiz(course=course, title="Quiz", questions=questions, **{"shuffle": False} | fields)
    return course


def quiz_of(course: CoursePage) -> Quiz:
    return Quiz.objects.final().get(course=course)


def practice_of(course: CoursePage, questions: int = 3, **fields: Any) -> Quiz:
    """A practice quiz with questions of its own; their first option is right."""
    made = [make_question(f"Practice {n}") for n in range(questions)]
    settings = {"title": "Try yourself", "questions": made} | fields
    return make_practice(course=course, **settings)


def practise(user: User, quiz: Quiz, *, right: int) -> Attempt:
    """A whole go at a practice quiz."""
    enrol(person_id=user.pk, course=quiz.course)
    attempt = start_attempt(reader=reader_for(user), quiz=quiz)
    return submit_attempt(attempt=answer_all(attempt, right=right))


def finish_lessons(user: User, course: CoursePage) -> None:
    """Whatever each lesson asks for."""
    enrol(person_id=user.pk, course=course)
    for lesson in lessons_of(course):
        set_done(view_lesson(person_id=user.pk, lesson=lesson))


def begin_attempt(user: User, course: CoursePage) -> Attempt:
    finish_lessons(user, course)
    return start_attempt(reader=reader_for(user), quiz=quiz_of(course))


def option_ids(attempt: Attempt, order: int, *, right: bool) -> list[str]:
    options = attempt.items.get(order=order).question_version.data["options"]
    return [option["id"] for option in options if option["right"] is right]


def answer_all(attempt: Attempt, *, right: int) -> Attempt:
    """Answers every question, the first so many of them rightly."""
    for order in range(1, attempt.total + 1):
        chosen = option_ids(attempt, order, right=order <= right)[:1]
        save_answer(attempt=attempt, order=order, answer=chosen)
    return attempt


def sit_quiz(user: User, course: CoursePage, *, right: int) -> Attempt:
    return submit_attempt(attempt=answer_all(begin_attempt(user, course), right=right))


def earn_certificate(user: User, course: CoursePage) -> Certificate:
    attempt = sit_quiz(user, course, right=quiz_of(course).places.count())
    return Certificate.objects.get(attempt=attempt)


def revoke(certificate: Certificate, reason: str = "It was issued by mistake.") -> Certificate:
    return revoke_certificate(certificate=certificate, by=UserFactory(), reason=reason)


def members_only(course: CoursePage) -> CoursePage:
    PageViewRestriction.objects.create(page=course, restriction_type=PageViewRestriction.LOGIN)
    return course
