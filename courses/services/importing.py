"""Saving what came in a file, all of it or nothing."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log

from courses.exchange.drafts import Draft
from courses.exchange.reading import fingerprint
from courses.models import Question
from courses.questions.registry import question_type
from courses.services.questions import write_version
from hub.users.models import User

# As when somebody writes one in the CMS: Wagtail's report of who changed what has words for it.
CREATED = "wagtail.create"


def known_questions(questions: QuerySet[Question]) -> set[str]:
    """Fingerprints to tell by what is already there. One query."""
    words = questions.exclude(current=None).values_list(
        "current__kind", "current__stem", "current__data"
    )
    return {fingerprint(kind, stem, data) for kind, stem, data in words.order_by()}


@transaction.atomic
def import_questions(*, drafts: Sequence[Draft], by: User | None = None) -> list[Question]:
    """A new question for each draft, in their order.

    The drafts have been checked. Should one be unsound all the same, ValidationError leaves nothing
    behind. About eight queries each.
    """
    return [import_question(draft=draft, by=by) for draft in drafts]


def import_question(*, draft: Draft, by: User | None) -> Question:
    question = Question(
        difficulty=draft.difficulty, outcome=draft.outcome, must_pass=draft.must_pass
    )
    write_version(
        question=question,
        kind=draft.kind,
        stem=draft.stem,
        data=question_type(draft.kind).data_from_editor(draft.written),
        explanation=draft.explanation,
        hint=draft.hint,
    )
    if draft.tags:
        question.tags.add(*draft.tags)
    log(instance=question, action=CREATED, user=by)
    return question
