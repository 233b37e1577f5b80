"""Questions of the bank as a file for other systems."""

from django.db.models import QuerySet

from courses.exchange.drafts import Draft
from courses.exchange.files import Format
from courses.exchange.writing import Export, write_questions
from courses.models import Question, QuestionVersion
from courses.questions.registry import question_type


def export_questions(*, questions: QuerySet[Question], wanted: Format) -> Export:
    """Their words as they are now. Three queries."""
    rows = questions.select_related("current").prefetch_related("tagged_items__tag")
    drafts = [draft_from(row, row.current) for row in rows if row.current is not None]
    return write_questions(drafts, wanted)


def draft_from(question: Question, version: QuestionVersion) -> Draft:
    return Draft(
        kind=version.kind,
        stem=version.stem,
        written=question_type(version.kind).editor_from_data(version.data),
        explanation=version.explanation,
        hint=version.hint,
        tags=[item.tag.name for item in question.tagged_items.all()],
        difficulty=question.difficulty,
        outcome=question.outcome,
        must_pass=question.must_pass,
    )
