"""A person who left something in every corner of the hub."""

from django.utils import timezone

from courses.models import LessonView
from courses.services.lessons import enrol
from hub.access.enums import Role
from hub.forum.enums import ReportReason
from hub.forum.services import report_post
from hub.notices.models import Notice
from hub.notices.services import subscribe
from hub.users.models import User
from tests.factories.courses import (
    RecordEntryFactory,
    course_with_quiz,
    earn_certificate,
    lessons_of,
)
from tests.factories.forum import question
from tests.factories.people import UserFactory, with_authenticator, with_role

NAME = "Wilhelmina Quartermaine"
ADDRESS = "wilhelmina@quartermaine.example"


def busy_person(name: str = NAME, email: str = ADDRESS) -> User:
    person = with_authenticator(UserFactory(name=name, email=email))
    person.profile.job_title = "Ropewalk keeper"
    person.profile.save()
    with_role(person, Role.PRACTITIONER)
    thread = question(author=person, title=f"What {person.pk} asked", body="Only I wrote this.")
    report_post(
        post=question().posts.get(), reporter=person, reason=ReportReason.OTHER, note="Odd."
    )
    Notice.objects.create(
        person=person, text=f"For {person.pk} alone", url="/", read_at=timezone.now()
    )
    subscribe(person=person, kind="thread", object_id=thread.pk)
    course = course_with_quiz()
    enrol(person_id=person.pk, course=course)
    LessonView.objects.get_or_create(person=person, lesson=lessons_of(course)[0])
    earn_certificate(person, course)
    RecordEntryFactory(person=person, learned="I held the door.")
    return person
