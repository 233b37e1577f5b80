"""What a learner does with courses and lessons."""

from django.db import transaction
from django.utils import timezone

from courses.models import CoursePage, Enrolment, LessonPage, LessonView


@transaction.atomic
def enrol(*, person_id: int, course: CoursePage) -> Enrolment:
    """Starts the course, once."""
    return Enrolment.objects.get_or_create(person_id=person_id, course=course)[0]


@transaction.atomic
def view_lesson(*, person_id: int, lesson: LessonPage) -> LessonView:
    """Remembers that it was opened: the one thing that reading a lesson writes."""
    now = timezone.now()
    return LessonView.objects.update_or_create(
        person_id=person_id,
        lesson=lesson,
        defaults={"last_viewed_at": now},
        create_defaults={"first_viewed_at": now, "last_viewed_at": now},
    )[0]


@transaction.atomic
def complete_lesson(*, person_id: int, lesson: LessonPage) -> LessonView:
    """Marks it as done, and starts its course if need be. The first time counts."""
    enrol(person_id=person_id, course=lesson.course())
    view = view_lesson(person_id=person_id, lesson=lesson)
    if view.completed_at is None:
        view.completed_at = timezone.now()
        view.save(update_fields=["completed_at"])
    return view
