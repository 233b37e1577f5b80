"""What came of a closed attempt, question by question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from courses.enums import Feedback, State
from courses.errors import OutOfTurn
from courses.models import (
    Attempt,
    AttemptItem,
    CatchUp,
    CheckAnswer,
    LessonPage,
    Question,
    Quiz,
    RefresherItem,
)
from courses.models.attempt import GRACE
from courses.questions.base import OptionReview
from courses.questions.registry import question_type
from courses.services.marking import Answered, key_of, mark
from courses.services.turns import stands
from hub.access.pages import readable_pages
from hub.access.readers import Reader


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """`state` and `words` say the same, for the eye and for the ear."""

    order: int
    stem: str
    state: State
    words: str
    options: tuple[OptionReview, ...]
    explanation: str
    must_pass: bool
    lesson: LessonPage | None
    rests_on: tuple[Page, ...]


def reviewed_items(attempt: Attempt, reader: Reader) -> list[ReviewedItem]:
    """Six queries. Raises OutOfTurn before its time: this tells what is right."""
    if not feedback_is_due(attempt):
        raise OutOfTurn
    items = attempt.items.select_related("question_version__question", "marked_by")
    return review(list(items), reader)


def reviewed_item(item: AttemptItem, reader: Reader) -> ReviewedItem:
    """Of an answer that stands, as soon as it was given. Raises OutOfTurn before."""
    if not stands(item.attempt, item):
        raise OutOfTurn
    mark(item)
    return review([item], reader)[0]


def reviewed_answer(item: RefresherItem | CatchUp, reader: Reader) -> ReviewedItem:
    """Of a question outside any quiz, once it is answered. Raises OutOfTurn before."""
    if item.answered_at is None:
        raise OutOfTurn
    return review([item], reader)[0]


def feedback_is_due(attempt: Attempt) -> bool:
    return not attempt.is_open and tells(attempt.quiz)


def tells(quiz: Quiz) -> bool:
    """Whether what is right may be told to people who have answered it."""
    return quiz.feedback != Feedback.AFTER_CLOSING or (
        quiz.closes_at is None or quiz.is_closed(timezone.now() - GRACE)
    )


def reviewed_checks(answers: Sequence[CheckAnswer], reader: Reader) -> dict[int, ReviewedItem]:
    """By the question's id. Until it is right, only what was chosen is told."""
    told = {}
    for answer, item in zip(answers, review(answers, reader), strict=True):
        chosen = tuple(option for option in item.options if option.chosen)
        wrong = item.state is not State.DONE
        told[answer.question_id] = (
            replace(item, options=chosen, explanation="", lesson=None) if wrong else item
        )
    return told


def review(items: Sequence[Answered], reader: Reader) -> list[ReviewedItem]:
    questions = [item.question_version.question for item in items]
    about = [question.lesson_id for question in questions if question.lesson_id]
    lessons = readable_pages(LessonPage.objects.filter(pk__in=about), reader)
    by_id = {lesson.pk: lesson for lesson in lessons.select_related("locale")}
    cited = cited_pages(questions, reader)
    return [reviewed(item, by_id, cited) for item in items]


def cited_pages(questions: Sequence[Question], reader: Reader) -> dict[int, Page]:
    """By id, the pages that make the answers right and that this reader may see."""
    wanted = {pk for question in questions for pk in cited_ids(question)}
    pages = readable_pages(Page.objects.filter(pk__in=wanted), reader).select_related("locale")
    return {page.pk: page for page in pages}


def cited_ids(question: Question) -> list[int]:
    """From the stored blocks, so that no query is made per question."""
    return [link["value"]["page"] for link in question.cites.raw_data if link["value"]["page"]]


def reviewed(
    item: Answered, lessons: dict[int, LessonPage], cited: dict[int, Page]
) -> ReviewedItem:
    version, key = item.question_version, key_of(item)
    state, words = outcome(item)
    return ReviewedItem(
        order=item.order,
        stem=version.stem,
        state=state,
        words=words,
        options=tuple(question_type(key.kind).review(key.data, item.answer)),
        explanation=key.explanation,
        must_pass=item.must_pass,
        lesson=lessons.get(version.question.lesson_id or 0),
        rests_on=tuple(cited[pk] for pk in cited_ids(version.question) if pk in cited),
    )


def outcome(item: Answered) -> tuple[State, str]:
    if not item.is_answered:
        return State.FAILED, _("Not answered")
    if item.marks is None:
        return State.DONE, _("For yourself: it doesn't count")
    if item.marks == 1:
        return State.DONE, _("Right")
    return (State.DOING, _("Partly right")) if item.marks else (State.FAILED, _("Not right"))


def lessons_to_revisit(items: Sequence[ReviewedItem]) -> list[LessonPage]:
    """Each lesson once, in the order of the questions that were missed."""
    missed = [item.lesson for item in items if item.state is not State.DONE and item.lesson]
    return list({lesson.pk: lesson for lesson in missed}.values())
