"""Marking answers again when the key of a question was wrong.

Past results stay as they are until somebody decides this, with a reason. Nobody loses a pass.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from courses.models import (
    Attempt,
    AttemptItem,
    Certificate,
    Question,
    QuestionVersion,
    Regrade,
    RegradedAttempt,
)
from courses.services.certifying import certify
from courses.services.marking import fits, settle
from hub.access.services import record_audit


@dataclass(frozen=True, slots=True)
class Change:
    """One attempt as it would be, beside what it was."""

    before: Attempt
    after: Attempt
    items: Sequence[AttemptItem]
    item: AttemptItem
    marks_before: AttemptItem

    @property
    def is_now_passed(self) -> bool:
        return bool(self.after.passed and not self.before.passed)

    @property
    def keeps_pass(self) -> bool:
        """Passed before, and by the corrected key alone it would not be."""
        return bool(self.before.passed) and not self.after.passed


@dataclass(frozen=True, slots=True)
class Plan:
    """What a regrade would do. `unfit` answers are none to the corrected question."""

    changes: Sequence[Change]
    unfit: int
    open: int

    @property
    def now_passed(self) -> int:
        return len({c.after.person_id for c in self.changes if c.is_now_passed})

    @property
    def kept(self) -> int:
        return sum(change.keeps_pass for change in self.changes)

    @property
    def remarked(self) -> int:
        return sum(c.item.marks != c.marks_before.marks for c in self.changes)


def earlier_versions(question: Question) -> list[QuestionVersion]:
    """Those of the same type that somebody was asked, the newest first."""
    current = question.current
    if current is None:
        return []
    earlier = question.versions.filter(number__lt=current.number, kind=current.kind)
    return list(earlier.filter(items__isnull=False).distinct().order_by("-number"))


def plan_regrade(*, from_version: QuestionVersion, to_version: QuestionVersion) -> Plan:
    """Changes nothing. Three queries."""
    asked = AttemptItem.objects.filter(question_version=from_version)
    asked = asked.exclude(marked_by=to_version)
    handed_in = Attempt.objects.submitted().filter(items__in=asked).order_by("pk")
    attempts = {
        attempt.pk: attempt for attempt in handed_in.select_related("quiz__course", "person")
    }
    items: dict[int, list[AttemptItem]] = {}
    rows = AttemptItem.objects.filter(attempt__in=attempts)
    for row in rows.select_related("question_version", "marked_by"):
        items.setdefault(row.attempt_id, []).append(row)
    changes, unfit = [], 0
    for pk, attempt in attempts.items():
        item = next(one for one in items[pk] if one.question_version_id == from_version.pk)
        if item.answer is not None and not fits(item, to_version):
            unfit += 1
        else:
            changes.append(change_of(attempt, items[pk], item, to_version))
    still_open = asked.filter(attempt__submitted_at=None).count()
    return Plan(changes=changes, unfit=unfit, open=still_open)


def change_of(
    attempt: Attempt, items: Sequence[AttemptItem], item: AttemptItem, to_version: QuestionVersion
) -> Change:
    before, marks_before = copy(attempt), copy(item)
    item.marked_by = to_version
    settle(attempt, list(items))
    return Change(before, attempt, items, item, marks_before)


@transaction.atomic
def regrade(
    *,
    question: Question,
    from_version: QuestionVersion,
    to_version: QuestionVersion,
    reason: str,
    by_id: int | None,
) -> tuple[Regrade, Plan]:
    """Marks again what was asked by the first version, and records each result that was touched.

    Attempts under way are marked by the corrected version when they are handed in. Raises
    ValueError for versions that aren't of the question, or not of one type.
    """
    ours = {from_version.question_id, to_version.question_id} == {question.pk}
    if not ours or from_version.kind != to_version.kind or from_version.pk == to_version.pk:
        raise ValueError("Only two versions of one question and one type can be told apart")
    asked = AttemptItem.objects.filter(question_version=from_version)
    list(Attempt.objects.filter(items__in=asked).order_by("pk").select_for_update(of=("self",)))
    plan = plan_regrade(from_version=from_version, to_version=to_version)
    record = Regrade.objects.create(
        question=question,
        from_version=from_version,
        to_version=to_version,
        by_id=by_id,
        reason=reason,
    )
    asked.filter(attempt__submitted_at=None).update(marked_by=to_version)
    save_changes(record, plan.changes)
    record_audit(
        action="question.regraded",
        subject=f"question {question.pk}",
        person_id=by_id,
        reason=reason,
    )
    return record, plan


def save_changes(record: Regrade, changes: Iterable[Change]) -> None:
    for change in changes:
        attempt, before = change.after, change.before
        attempt.passed = attempt.passed or before.passed
        attempt.save(update_fields=["score", "passed"])
        AttemptItem.objects.bulk_update([change.item], ["marks", "marked_by"])
        RegradedAttempt.objects.create(
            regrade=record,
            attempt=attempt,
            marks_before=change.marks_before.marks or 0,
            marks_after=change.item.marks or 0,
            score_before=before.score or 0,
            score_after=attempt.score or 0,
            passed_before=bool(before.passed),
            passed_after=bool(attempt.passed),
        )
        if attempt.passed and not before.passed and not holds_certificate(attempt):
            certify(attempt=attempt)


def holds_certificate(attempt: Attempt) -> bool:
    """Who passed another time since has their proof; an earlier one is what this would renew."""
    held = Certificate.objects.of(attempt.person_id).valid(timezone.localdate())
    since = held.filter(course_id=attempt.quiz.course_id, issued_at__gte=attempt.started_at)
    return since.exists()
