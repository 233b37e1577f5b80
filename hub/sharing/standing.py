"""What is answered, what is missing, and what its author may change, as an example stands."""

from hub.sharing.enums import Part, Status, Verdict
from hub.sharing.models import PartComment, Review, SharedExample
from hub.sharing.questions import QUESTIONS, Question, questions_of


def last_review(example: SharedExample) -> Review | None:
    """What was decided last, with its comments. Two queries."""
    return example.reviews.prefetch_related("comments").order_by("-pk").first()


def asked_changes(example: SharedExample) -> dict[Part, PartComment]:
    """What the reviewer said about each part that is to change; empty unless changes are asked."""
    review = last_review(example) if example.status == Status.CHANGES else None
    if review is None or review.verdict != Verdict.CHANGES:
        return {}
    return {Part(comment.part): comment for comment in review.comments.all()}


def may_change(example: SharedExample, part: Part) -> bool:
    """All of a draft; afterwards only the parts on which the reviewer commented.

    With new partners or files, those who are named have to agree anew.
    """
    if example.status == Status.CHANGES:
        agrees_anew = part == Part.CONSENT and not example.has_consent
        return agrees_anew or part in asked_changes(example)
    return example.status == Status.DRAFT


def is_answered(example: SharedExample, question: Question) -> bool:
    """Whether there is any answer; for what has to be answered, all of it."""
    if question.takes_files:
        wants_pictures = question.slug == "pictures"
        return any(file.is_picture == wants_pictures for file in example.files.all())
    if question.needed:
        return all(has_answer(example, name) for name in question.needed)
    return any(has_answer(example, name) for name in question.names)


def has_answer(example: SharedExample, name: str) -> bool:
    if name == "themes":
        return bool(example.themes.all())
    return getattr(example, name) not in (None, "", False)


def unanswered(example: SharedExample) -> list[Question]:
    """What has to be answered before it can be sent."""
    return [
        question for question in QUESTIONS if question.needed and not is_answered(example, question)
    ]


def parts_to_show(example: SharedExample) -> list[tuple[Part, list[Question]]]:
    return [(part, questions_of(part)) for part in Part]
