"""What people say of a course: before, after, and three months later, by the hub's clock."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from courses.enums import Moment, State
from courses.errors import MomentIsOver
from courses.models import CoursePage, SurveyAnswer
from courses.services.progress import CourseStatus
from hub.access.readers import Reader

# Thirteen weeks.
THREE_MONTHS = datetime.timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Survey:
    """What somebody may say now, with their answer, which is unsaved while there is none."""

    course: CoursePage
    moment: Moment
    cycle: int
    answer: SurveyAnswer

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        """Id and words of each."""
        return [(outcome.id, outcome.value) for outcome in self.course.outcomes]

    @property
    def key(self) -> dict[str, Any]:
        """What finds the row, with its person."""
        return {"course": self.course, "moment": self.moment, "cycle": self.cycle}

    @property
    def name(self) -> str:
        """Goes into the form, so that an answer isn't taken for another moment's."""
        return f"{self.moment}-{self.cycle}"


def moment_of(status: CourseStatus) -> tuple[Moment, int] | None:
    """Which moment it is for a learner, and in which cycle; None for who hasn't started."""
    if not status.enrolled:
        return None
    if status.state is not State.DONE or status.may_renew or status.finished_at is None:
        return Moment.BEFORE, status.rounds + 1
    is_late = timezone.now() >= status.finished_at + THREE_MONTHS
    return Moment.LATER if is_late else Moment.AFTER, max(status.rounds, 1)


def survey_of(reader: Reader, status: CourseStatus) -> Survey | None:
    """None for who hasn't started, and where there is nothing to ask. One query."""
    found = moment_of(status) if reader.is_signed_in else None
    if found is None or (found[0] is Moment.BEFORE and not status.course.outcomes):
        return None
    key: dict[str, Any] = {"course": status.course, "moment": found[0], "cycle": found[1]}
    answer = SurveyAnswer.objects.of(reader.user_id).filter(**key).first()
    return Survey(status.course, *found, answer or SurveyAnswer(**key))


def offered(reader: Reader, status: CourseStatus, *, or_said: bool = False) -> Survey | None:
    """What to invite to: not what is answered or declined, and no “before” in the middle.

    With `or_said` also what somebody answered and may change.
    """
    begun = status.rounds == 0 and status.done > 0
    survey = survey_of(reader, status)
    if survey is None or (survey.moment is Moment.BEFORE and begun):
        return None
    is_said = not survey.answer.is_empty
    return survey if not survey.answer.answered_at or (or_said and is_said) else None


@transaction.atomic
def answer_survey(
    *,
    person_id: int,
    survey: Survey,
    seen: str,
    ratings: Mapping[str, int],
    useful: int | None = None,
    used: str = "",
    words: str = "",
) -> SurveyAnswer:
    """Keeps or changes an answer. Raises MomentIsOver where the form was of an earlier moment."""
    if seen != survey.name:
        raise MomentIsOver
    said = {"ratings": dict(ratings), "useful": useful, "used": used, "words": words}
    return SurveyAnswer.objects.update_or_create(
        person_id=person_id, **survey.key, defaults={**said, "answered_at": timezone.now()}
    )[0]


def decline_survey(*, person_id: int, survey: Survey) -> None:
    """One click, and nobody asks again at this moment. An answer that was given stays."""
    row, _ = SurveyAnswer.objects.get_or_create(person_id=person_id, **survey.key)
    waiting = SurveyAnswer.objects.filter(pk=row.pk, answered_at=None)
    waiting.update(answered_at=timezone.now())
