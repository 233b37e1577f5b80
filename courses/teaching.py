"""Whom a trainer may mark and sign off. The views of trainers fetch what they show through this.

Attendance is between a workshop's trainer and those who booked; administrators may step in.
"""

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from courses.models import Booking, Certificate, CoursePage, Enrolment, SignOff, Workshop
from courses.services.certifying import waiting_attempts
from hub.access.enums import Role
from hub.access.pages import readable_or_draft
from hub.access.readers import Reader
from hub.core.missing import found, require


def may_teach(reader: Reader) -> bool:
    """Trainers, of the hub or of an area, and administrators; both with a second factor."""
    trains = any(held.role is Role.TRAINER and held.group_id is None for held in reader.roles)
    return trains or reader.has_role(Role.ADMINISTRATOR)


def taught_by(reader: Reader) -> QuerySet[Workshop]:
    """One's own, as long as their course is open to one."""
    readable = Workshop.objects.written_by(reader)
    return readable if reader.has_role(Role.ADMINISTRATOR) else readable.given_by(reader.user_id)


def access_taught(reader: Reader, code: str) -> Workshop:
    """A workshop whose list this reader keeps. Raises Http404."""
    require(may_teach(reader))
    return found(taught_by(reader).select_related("course").filter(code=code).first())


def signed_by(reader: Reader) -> QuerySet[Enrolment]:
    """Who takes a course that asks for a sign-off which this reader may give; never oneself.

    A trainer of the hub signs in every course that is open to them, one of an area only who came to
    a workshop of theirs.
    """
    courses = readable_or_draft(CoursePage.objects.filter(needs_sign_off=True), reader)
    people = Enrolment.objects.filter(course__in=courses, person__is_active=True)
    people = people.exclude(person_id=reader.user_id)
    if reader.has_role(Role.ADMINISTRATOR, Role.TRAINER):
        return people
    return people.filter(Exists(came_to(Workshop.objects.given_by(reader.user_id))))


def came_to(workshops: QuerySet[Workshop]) -> QuerySet[Booking]:
    """Attendance of an enrolment's person in its course."""
    came = Booking.objects.attended().filter(workshop__in=workshops)
    return came.filter(person=OuterRef("person"), workshop__course=OuterRef("course"))


def access_signed(reader: Reader, course_id: int, person_id: int) -> Enrolment:
    """Somebody whom this reader may sign off. Raises Http404."""
    require(may_teach(reader))
    people = signed_by(reader).filter(course_id=course_id, person_id=person_id)
    return found(people.select_related("course", "person").first())


def access_sign_off(reader: Reader, sign_off_id: int) -> SignOff:
    """One that this reader may take back: of somebody whom they may sign off. Raises Http404."""
    require(may_teach(reader))
    mine = signed_by(reader).filter(person=OuterRef("person"), course=OuterRef("course"))
    rows = SignOff.objects.filter(Exists(mine)).select_related("course", "person")
    return found(rows.filter(pk=sign_off_id).first())


def waiting_for_sign_off(reader: Reader) -> QuerySet[Enrolment]:
    """Who has done the rest: passed the quiz, or, where there is none, come to a workshop."""
    own = {"person": OuterRef("person"), "course": OuterRef("course")}
    passed = waiting_attempts().filter(person=OuterRef("person"), quiz__course=OuterRef("course"))
    came = Q(course__needs_attendance=False) | Q(Exists(came_to(Workshop.objects.all())))
    last = Certificate.objects.filter(**own).order_by("-issued_at").values("issued_at")[:1]
    signed = SignOff.objects.standing().filter(**own, is_ready=True, at__gte=OuterRef("since"))
    people = signed_by(reader).filter(
        Q(Exists(passed)) | (Q(course__in=CoursePage.objects.without_final_quiz()) & came)
    )
    people = people.annotate(since=Coalesce(Subquery(last), F("created_at")))
    waiting = people.exclude(Exists(signed)).order_by("created_at", "pk")
    return waiting.select_related("course", "person")
