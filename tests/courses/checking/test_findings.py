"""What a course lacks, each shown by taking it away."""

import datetime
from collections.abc import Callable
from datetime import UTC

import pytest

from courses.checking.findings import course_findings
from courses.models import (
    CoursePage,
    LessonPage,
    LessonQuestion,
    ModulePage,
    Question,
    Quiz,
    QuizDraw,
)
from courses.services.questions import save_question
from courses.services.quizzes import make_practice, make_quiz
from hub.access.groups import group_for_area
from hub.access.readers import ANONYMOUS, Reader, reader_for
from hub.pages.written import stream
from hub.weblinks.models import DEAD_AFTER, WebLink
from tests.factories import pages
from tests.factories.courses import OPTIONS, lessons_of, make_course
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db

HARD = "Notwithstanding institutional heterogeneity, multidisciplinary organisations co-operate. "


def ask(lesson: LessonPage, **fields: object) -> Question:
    sound = {
        "kind": "single_choice",
        "stem": "What do you do?",
        "written": {"options": OPTIONS},
        "explanation": "Because it shows who benefits.",
        "lesson": lesson,
        "outcome": "share what you see",
        "cites": [pages.guidance()],
    }
    return save_question(**(sound | fields)).question


@pytest.fixture
def course() -> CoursePage:
    """One that lacks nothing."""
    course = make_course(1)
    course.outcomes = stream("course", [("outcome", "Share what you see")])
    course.support_text = "Ask your manager."
    course.save()
    lesson = lessons_of(course)[0]
    lesson.outcomes = stream("lesson", [("outcome", "Say who benefits")])
    lesson.body = stream("body", [("paragraph", "<p>A child carries a bag.</p>")])
    lesson.save()
    make_quiz(course=course, title="Quiz", questions=[ask(lesson)])
    return CoursePage.objects.get(pk=course.pk)


def texts(course: CoursePage, reader: Reader = ANONYMOUS) -> list[str]:
    return [finding.text for finding in course_findings(course, reader)]


def test_nothing_is_missing_from_a_sound_course(course: CoursePage) -> None:
    assert texts(course) == []


CHANGES: dict[str, Callable[[CoursePage, LessonPage], object]] = {
    "what people can do afterwards": lambda course, _: change(course, outcomes=[]),
    "for whom it is": lambda course, _: change(course, audience_text=""),
    "where staff get help": lambda course, lesson: (
        change(course, support_text=""),
        change(lesson, content_note="Violence."),
    ),
    "No question of the final quiz tests “Share what you see”": lambda *_: Question.objects.update(
        outcome="Else"
    ),
    "It has no final quiz": lambda *_: Quiz.objects.all().delete(),
    "It isn't published": lambda _, lesson: lesson.unpublish(),
    "It has no text": lambda _, lesson: change(lesson, body=[]),
    "20 minutes are long": lambda _, lesson: change(lesson, minutes=20),
    "No question is about it": lambda *_: Question.objects.update(lesson=None),
    "leads back to no lesson": lambda *_: Question.objects.update(lesson=None),
    "The video “A bag” has no transcript": lambda _, lesson: change(
        lesson,
        body=stream("film", [("video", {"title": "A bag", "link": "https://example.org/film"})]),
    ),
    "reads like a text for people of": lambda _, lesson: change(
        lesson, body=stream("hard", [("paragraph", f"<p>{HARD * 20}</p>")])
    ),
    "Nothing says what is wrong with “Wait for proof”": lambda _, lesson: reask(
        lesson, written={"options": [*OPTIONS[:2], {"text": "Wait for proof", "right": False}]}
    ),
    "Nothing explains": lambda _, lesson: reask(lesson, explanation=""),
    "doesn't cite": lambda _, lesson: reask(lesson, cites=[]),
    "something that is gone": lambda _, lesson: change(lesson, body=linking(lesson.pk + 100_000)),
    "a page that isn't published": lambda _, lesson: change(
        lesson, body=linking(pages.guidance(live=False).pk)
    ),
}


def change(page: CoursePage | LessonPage, **fields: object) -> None:
    """As an author saves a draft."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()


def reask(lesson: LessonPage, **fields: object) -> None:
    make_quiz(course=lesson.course(), title="Quiz", questions=[ask(lesson, **fields)])


def linking(pk: int) -> str:
    return stream("links", [("paragraph", f'<p><a linktype="page" id="{pk}">There</a></p>')])


@pytest.mark.parametrize("text", CHANGES)
def test_what_is_taken_away_is_missed(course: CoursePage, text: str) -> None:
    CHANGES[text](course, lessons_of(course)[0])
    assert any(text in found for found in texts(CoursePage.objects.get(pk=course.pk)))


def test_a_module_that_waits_is_named_too(course: CoursePage) -> None:
    ModulePage.objects.get().unpublish()
    assert "It isn't published." in texts(CoursePage.objects.get(pk=course.pk))


UNPROVED = ["No question of the final quiz tests “Ring somebody”."]


def asking_for_more(course: CoursePage) -> CoursePage:
    change(course, outcomes=stream("course", [("outcome", "Ring somebody")]))
    return CoursePage.objects.get(pk=course.pk)


def test_what_a_lesson_asks_proves_no_outcome(course: CoursePage) -> None:
    lesson = lessons_of(course)[0]
    LessonQuestion.objects.create(lesson=lesson, question=ask(lesson, outcome="Ring somebody"))
    assert texts(asking_for_more(course)) == UNPROVED


def test_what_is_practised_proves_no_outcome(course: CoursePage) -> None:
    questions = [ask(lessons_of(course)[0], outcome="Ring somebody")]
    make_practice(course=course, title="Practice", questions=questions)
    assert texts(asking_for_more(course)) == UNPROVED


def test_what_the_final_quiz_may_draw_proves_an_outcome(course: CoursePage) -> None:
    question = ask(lessons_of(course)[0], outcome="Ring somebody")
    question.tags.add("calls")
    QuizDraw.objects.create(quiz=course.final_quiz(), tag=question.tags.get(), number=1)
    assert texts(asking_for_more(course)) == []


def test_practice_is_looked_over_too(course: CoursePage) -> None:
    questions = [ask(lessons_of(course)[0], explanation="")]
    make_practice(course=course, title="Practice", questions=questions)
    assert texts(course) == ["Nothing explains what makes the answer right."]


def test_a_question_that_is_practised_measures_memory(course: CoursePage) -> None:
    questions = [place.question for place in course.final_quiz().places.all()]
    make_practice(course=course, title="Practice", questions=questions)
    [text] = texts(course)
    assert "measure memory" in text


def test_so_does_one_that_practice_may_draw(course: CoursePage) -> None:
    question = course.final_quiz().places.get().question
    question.tags.add("calls")
    practice = make_practice(course=course, title="Practice", questions=[])
    QuizDraw.objects.create(quiz=practice, tag=question.tags.get(), number=1)
    [text] = texts(course)
    assert "measure memory" in text


def test_lessons_closed_to_the_reader_are_left_out(course: CoursePage) -> None:
    lesson = lessons_of(course)[0]
    change(lesson, minutes=20)
    pages.restrict(lesson, group_for_area(AreaFactory()))
    assert not any("20 minutes" in text for text in texts(course, reader_for(UserFactory())))


def test_a_link_that_another_site_took_away_is_named(course: CoursePage) -> None:
    lesson = lessons_of(course)[0]
    change(lesson, body=stream("l", [("paragraph", '<p><a href="https://a.example/b">B</a></p>')]))
    link = WebLink.objects.create(url="https://a.example/b")
    for _ in range(DEAD_AFTER):
        assert texts(course) == []
        link.heard("it isn't there any more (404)", datetime.datetime(2026, 11, 3, 9, tzinfo=UTC))
    assert texts(course) == [
        "The link https://a.example/b has led nowhere since 3 November 2026: "
        "it isn't there any more (404)."
    ]
