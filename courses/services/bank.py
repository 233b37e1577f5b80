"""Which questions may be asked again of somebody who passed, without spoiling a quiz."""

from django.db.models import Exists, OuterRef, Q

from courses.models import (
    Certificate,
    CoursePage,
    LessonPage,
    Question,
    Quiz,
    QuizDraw,
    QuizQuestion,
)
from courses.querysets.questions import QuestionQuerySet
from courses.questions.registry import question_type
from courses.results import tells
from courses.services.status import course_statuses
from hub.access.pages import readable_pages
from hub.access.readers import Reader


def passed_quizzes(reader: Reader) -> list[Quiz]:
    """Of courses that the reader may see, passed, not to be renewed yet, and told about.

    While somebody may renew, a quiz asks them anew: then its questions rest.
    """
    certificates = Certificate.objects.of(reader.user_id).standing()
    mine = CoursePage.objects.filter(pk__in=certificates.values("course"))
    statuses = course_statuses(reader, list(readable_pages(mine, reader))).values()
    quizzes = [status.quiz for status in statuses if status.quiz]
    return [found.quiz for found in quizzes if found.is_over and tells(found.quiz)]


def askable(reader: Reader) -> list[Question]:
    """Scored questions of the quizzes passed and of their lessons, with their newest words.

    None that another quiz asks or may draw, and none about a lesson that is closed to the reader.
    Some fifteen queries.
    """
    quizzes = passed_quizzes(reader)
    if not quizzes:
        return []
    lessons = readable_pages(LessonPage.objects.all(), reader)
    of_courses = LessonPage.objects.below([quiz.course for quiz in quizzes])
    drawn = QuizDraw.objects.filter(quiz__in=quizzes).values("tag")
    bank = (
        Question.objects.ready()
        .about_any(lessons)
        .filter(
            Q(lesson__in=of_courses.order_by())
            | Q(pk__in=QuizQuestion.objects.filter(quiz__in=quizzes).values("question"))
            | Q(lesson=None, checked_in=None, tagged_items__tag__in=drawn)
        )
    )
    found = unspoilt(bank, quizzes).distinct()
    return [question for question in found if question_type(question.newest.kind).scored]


def unspoilt(bank: QuestionQuerySet, passed: list[Quiz]) -> QuestionQuerySet:
    """Without what a final quiz that isn't passed asks, or may draw since it is about no lesson.

    Practice has nothing to spoil.
    """
    unpassed = Quiz.objects.final().exclude(pk__in=[quiz.pk for quiz in passed])
    elsewhere = QuizQuestion.objects.filter(question=OuterRef("pk"), quiz__in=unpassed)
    draws = QuizDraw.objects.filter(quiz__in=unpassed).values("tag")
    drawable = Question.objects.filter(lesson=None, tagged_items__tag__in=draws)
    return bank.exclude(Exists(elsewhere)).exclude(pk__in=drawable.values("pk"))
