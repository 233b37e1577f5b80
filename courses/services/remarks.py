"""What is unclear or wrong in lessons: written by learners, dealt with by who makes them."""

from django.db import transaction
from django.utils import timezone

from courses.models import LessonPage, LessonRemark
from hub.access.services import record_audit


def write_remark(*, lesson: LessonPage, text: str) -> LessonRemark:
    """Nothing here takes the person along."""
    return LessonRemark.objects.create(lesson=lesson, text=text)


@transaction.atomic
def deal_with_remark(*, remark: LessonRemark, is_dealt: bool, by_id: int) -> None:
    remark.dealt_on = timezone.localdate() if is_dealt else None
    remark.save(update_fields=["dealt_on"])
    action = "remark.dealt_with" if is_dealt else "remark.reopened"
    record_audit(action=action, subject=f"lesson {remark.lesson_id}", person_id=by_id)
