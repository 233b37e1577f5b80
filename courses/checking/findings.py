"""Looks a whole course over, drafts included. It advises: nothing here stops publishing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from courses.enums import Level
from courses.models import CoursePage, LessonPage, ModulePage, Question, Quiz
from courses.querysets.questions import QuestionQuerySet
from courses.questions.registry import question_type
from hub.access.pages import readable_or_draft
from hub.access.readers import Reader
from hub.core.reading_age import reading_age
from hub.pages.body import block_text, body_parts
from hub.pages.references import references
from hub.weblinks.finding import web_addresses
from hub.weblinks.models import WebLink

LONGEST_LESSON = 15
OLDEST_READER = {Level.INTRODUCTION: 14, Level.PRACTITIONER: 16, Level.ADVANCED: 18}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is missing in a page or question, in words."""

    thing: Page | Question
    text: str


def course_findings(course: CoursePage, reader: Reader) -> list[Finding]:
    """In the order in which people meet the course. The queries grow with what pages point at.

    Lessons that are closed to the reader are left out.
    """
    course = newest(course)
    lessons = readable_or_draft(LessonPage.objects.below([course]), reader)
    drafts = [newest(lesson) for lesson in lessons]
    asked = questions_of(course, drafts)
    return [
        *about_course(course, drafts),
        *about_quizzes(course, lessons),
        *(finding for lesson in drafts for finding in about_lesson(lesson, course, asked)),
        *(finding for question in asked for finding in about_question(question)),
    ]


def newest(page: Page) -> Page:
    """As its author last saved it."""
    return page.get_latest_revision_as_object()


def questions_of(course: CoursePage, lessons: Iterable[LessonPage]) -> list[Question]:
    """Of its quizzes and in its lessons, each once. What one draws by tag is about a lesson."""
    about = [lesson.pk for lesson in lessons]
    drawn = Question.objects.filter(lesson__in=about)
    told = Question.objects.filter(checked_in__lesson__in=about)
    found: QuestionQuerySet = Question.objects.in_quizzes_of(course.pk).ready()
    return list({q.pk: q for some in (found, drawn.ready(), told.ready()) for q in some}.values())


def may_ask(quiz: Quiz, lessons: PageQuerySet) -> QuestionQuerySet:
    """What it asks, and what it may draw."""
    known = Question.objects.about_any(lessons.order_by()).secret()
    drawn = known.filter(tagged_items__tag__in=quiz.draws.values("tag"))
    asked: QuestionQuerySet = Question.objects.ready().filter(
        Q(quizzes__quiz=quiz) | Q(pk__in=drawn.values("pk"))
    )
    return asked.distinct()


def about_quizzes(course: CoursePage, lessons: PageQuerySet) -> Iterator[Finding]:
    """Only the final quiz proves what people can do."""
    quiz = course.final_quiz()
    proving = list(may_ask(quiz, lessons)) if quiz else []
    tested = {question.outcome.casefold() for question in proving}
    for outcome in course.outcomes:
        if outcome.value.casefold() not in tested:
            text = _("No question of the final quiz tests “%(outcome)s”.")
            yield Finding(course, text % {"outcome": outcome.value})
    if quiz is None:
        yield Finding(course, _("It has no final quiz, so nobody gets a certificate."))
    practised = {q.pk for one in course.quizzes.practice() for q in may_ask(one, lessons)}
    for question in proving:
        if question.pk in practised:
            text = _("It is practised too, so that its marks in the final quiz measure memory.")
            yield Finding(question, text)


def about_course(course: CoursePage, lessons: list[LessonPage]) -> Iterator[Finding]:
    if not course.outcomes:
        yield Finding(course, _("It doesn't say what people can do afterwards."))
    if not course.support_text and any(lesson.content_note for lesson in lessons):
        yield Finding(
            course, _("A lesson has a content note, but nothing says where staff get help.")
        )
    if not course.audience_text:
        yield Finding(course, _("It doesn't say for whom it is."))
    if not lessons:
        yield Finding(course, _("It has no lessons."))
    yield from about_modules(course)
    yield from about_videos(course)
    yield from dead_links(course)


def about_modules(course: CoursePage) -> Iterator[Finding]:
    for module in ModulePage.objects.below([course]):
        if not module.live:
            yield Finding(module, _("It isn't published."))
        if module.numchild == 0:
            yield Finding(module, _("It has no lessons."))


def about_lesson(
    lesson: LessonPage, course: CoursePage, asked: list[Question]
) -> Iterator[Finding]:
    if not lesson.live:
        yield Finding(lesson, _("It isn't published."))
    if not lesson.body:
        yield Finding(lesson, _("It has no text."))
    if not lesson.outcomes:
        yield Finding(lesson, _("It doesn't say what people can do afterwards."))
    if lesson.minutes > LONGEST_LESSON:
        text = _("%(minutes)d minutes are long for one sitting: could it be two lessons?")
        yield Finding(lesson, text % {"minutes": lesson.minutes})
    if not any(question.lesson_id == lesson.pk for question in asked):
        yield Finding(lesson, _("No question is about it."))
    age, oldest = reading_age(words_of(lesson)), OLDEST_READER[Level(course.level)]
    if age is not None and age > oldest:
        text = _(
            "It reads like a text for people of %(age)d or older; for this level it is %(most)d."
        )
        yield Finding(lesson, text % {"age": age, "most": oldest})
    yield from about_videos(lesson)
    yield from dead_links(lesson)


def about_videos(page: CoursePage | LessonPage) -> Iterator[Finding]:
    for part in body_parts(page.body):
        if part.block.block_type == "video":
            yield from (Finding(page, text) for text in part.block.value.missing)


def words_of(lesson: LessonPage) -> str:
    return ". ".join(block_text(part.block) for part in body_parts(lesson.body))


def about_question(question: Question) -> Iterator[Finding]:
    version = question.newest
    silent = question_type(version.kind).without_feedback(version.data)
    for text in silent:
        words = _("Nothing says what is wrong with “%(answer)s”.") % {"answer": text}
        yield Finding(question, words)
    if not version.explanation:
        yield Finding(question, _("Nothing explains what makes the answer right."))
    if not question.cites:
        yield Finding(question, _("It doesn't cite what makes the answer right."))
    if question.lesson_id is None:
        yield Finding(question, _("It leads back to no lesson."))


def dead_links(page: Page) -> Iterator[Finding]:
    """Pages and files of the hub that are gone or unpublished, and what other sites took away.

    Nobody is asked here: other sites answered the sweep, where the operator has it on.
    """
    for found in references(page):
        thing = found.thing()
        if thing is None:
            yield Finding(page, _("A link leads to something that is gone."))
        elif isinstance(thing, Page) and not thing.live:
            yield Finding(page, _("A link leads to a page that isn't published."))
    for link in WebLink.objects.dead(web_addresses(page)):
        text = _("The link %(url)s has led nowhere since %(day)s: %(problem)s.")
        day = date_format(localtime(link.failing_since), "j F Y")
        yield Finding(page, text % {"url": link.url, "day": day, "problem": link.problem})
