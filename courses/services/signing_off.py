"""A trainer's word that somebody is ready, which a course may ask for."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.errors import CertificateStands, OwnSignOff
from courses.models import CoursePage, SignOff
from courses.services.certifying import certified_since, certify_waiting, hold_enrolment
from hub.access.services import record_audit
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def sign_off(
    *, person: User, course: CoursePage, by: User, is_ready: bool = True, note: str = ""
) -> SignOff:
    """Says that they are ready, or not yet and why. Recorded; the person is told.

    Raises OwnSignOff. The newest counts; those before stay on record.
    """
    if person.pk == by.pk:
        raise OwnSignOff
    hold_enrolment(person.pk, course)
    given = SignOff.objects.create(
        person=person, course=course, by=by, is_ready=is_ready, note=note
    )
    action = "sign_off.given" if is_ready else "sign_off.refused"
    record_audit(action=action, subject=f"sign-off {given.pk}", person_id=by.pk)
    certificate = certify_waiting(person_id=person.pk, course=course) if is_ready else None
    if certificate is None:
        text = (
            _("You are signed off in “%(course)s”")
            if is_ready
            else _("You are not signed off yet in “%(course)s”. The course page says why")
        )
        notify(
            people=[person.pk],
            category=Category.TASK,
            text=text % {"course": course.title},
            detail=note,
            url=course.url or "",
            kind=CoursePage.kind_name,
            object_id=course.pk,
        )
    return given


@transaction.atomic
def take_back(*, given: SignOff, by: User) -> SignOff:
    """Before a certificate was issued; a second time changes nothing. Raises CertificateStands."""
    hold_enrolment(given.person_id, given.course)
    given.refresh_from_db()
    if given.taken_back_at:
        return given
    if certified_since(given.person_id, given.course, given.at):
        raise CertificateStands
    given.taken_back_at, given.taken_back_by = timezone.now(), by
    given.save(update_fields=["taken_back_at", "taken_back_by"])
    record_audit(action="sign_off.taken_back", subject=f"sign-off {given.pk}", person_id=by.pk)
    return given
