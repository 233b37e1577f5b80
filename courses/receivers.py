"""What follows when a question is deleted: it rests on nothing any more."""

from typing import Any

from django.db.models.signals import post_delete

from courses.models import Question
from courses.services.questions import QUESTION
from hub.pages.citations import replace_citations
from hub.upkeep.services import forget


def question_deleted(instance: Question, **_kwargs: Any) -> None:
    replace_citations(QUESTION, instance.pk, [])
    forget(kind=QUESTION, object_id=instance.pk)


def connect() -> None:
    post_delete.connect(question_deleted, sender=Question, dispatch_uid="courses.question_deleted")
