"""What the hub keeps of one person, and of the agencies: nobody else's business."""

from datetime import timedelta

from allauth.socialaccount.models import SocialApp
from allauth.usersessions.models import UserSession
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction

from courses.enums import Moment
from courses.models import Certificate, CoursePage, Refresher, RefresherItem, SurveyAnswer
from courses.models.refresher import week_of
from courses.services.attempts import start_attempt
from courses.services.signing_off import sign_off
from hub.access.enums import Marking
from hub.access.groups import group_for_area
from hub.access.models import CollectionMarking
from hub.access.readers import reader_for
from hub.access.services import record_audit
from hub.mydata.models import DataCopy
from hub.pages.models import HubDocument, HubImage
from hub.taxonomy.models import Area
from hub.users.agency_signin import seal
from hub.users.models import User
from hub.users.services import refuse_request
from tests.canaries.flock import Circle, Flock
from tests.canaries.rooms import Things
from tests.factories.catching_up import caught_up
from tests.factories.cohorts import asked as course_asked
from tests.factories.cohorts import learner_in, make_cohort
from tests.factories.courses import (
    RecordEntryFactory,
    begin_attempt,
    finish_lessons,
    make_course,
    sit_quiz,
)
from tests.factories.directory import conversation_with, list_person, practitioner_at
from tests.factories.notices import NoticeFactory, SubscriptionFactory
from tests.factories.passkeys import with_passkey
from tests.factories.people import UserFactory
from tests.factories.verification import asked
from tests.factories.workshops import booked, make_workshop, trainer


def keeper_of(flock: Flock, course: CoursePage, area: Area) -> tuple[User, Things]:
    """Somebody who wrote nothing, and whose account holds something of every sort."""
    name = flock.put("name of a person", Circle.KEEPER)
    person = UserFactory(name=name.text, email=f"{flock.put('address', Circle.KEEPER).name}@a.uk")
    person.profile.job_title = flock.put("job title", Circle.KEEPER).text
    person.profile.area = area
    person.profile.save()
    with_passkey(person, name=flock.put("name of a passkey", Circle.KEEPER).text)
    device = flock.put("device of a session", Circle.KEEPER).text
    session = UserSession.objects.create(
        user=person, ip="192.0.2.1", session_key="of the keeper", user_agent=device
    )
    notice = NoticeFactory(person=person, text=flock.put("notice", Circle.KEEPER).text)
    followed = SubscriptionFactory(person=person, kind="course", object_id=course.pk)
    now = timezone.now()
    inside = flock.put("copy of one's data", Circle.KEEPER).text
    copy = DataCopy.objects.create(
        person=person,
        made_at=now,
        expires_at=now + timedelta(days=1),
        file=ContentFile(inside.encode(), name="copy.zip"),
    )
    learned = flock.put("learning record", Circle.KEEPER).text
    entry = RecordEntryFactory(person=person, title=learned)
    failed, begun = sit_quiz(person, course, right=0), begin_attempt(person, course)
    certificate = Certificate.objects.create(
        person=person,
        course=course,
        attempt=failed,
        person_name=flock.put("name on a certificate", Circle.KEEPER).text,
        course_title="A course",
    )
    practised = start_attempt(reader=reader_for(person), quiz=course.quizzes.practice().get())
    finished = make_course(1)
    finish_lessons(person, finished)
    SurveyAnswer.objects.create(
        person=person,
        course=finished,
        moment=Moment.AFTER,
        cycle=1,
        answered_at=now,
        words=flock.put("words about a course", Circle.KEEPER).text,
    )
    version = begun.items.get(order=1).question_version
    weekly = RefresherItem.objects.create(
        refresher=Refresher.objects.create(person=person),
        week=week_of(timezone.localdate()),
        place=1,
        question=version.question,
        question_version=version,
        answered_at=now,
        due_at=now,
    )
    return person, {
        "course started": [str(course.pk), str(finished.pk)],
        "weekly question": [str(weekly.question_id)],
        "question after a change": [str(caught_up(person).pk)],
        "record entry": [str(entry.pk)],
        "own certificate": [certificate.code],
        "session": [str(session.pk)],
        "notice": [str(notice.pk)],
        "subscription": [f"{followed.kind} {followed.object_id}"],
        "copy": [copy.code],
        "attempt": [failed.code, begun.code, practised.code],
        "verification request": [
            str(pk) for pk in (waiting_request(flock, area), refused_request(flock, area))
        ],
    }


def led_person(flock: Flock, course: CoursePage, area: Area) -> Things:
    """Somebody in a cohort that is asked to do a course."""
    person = learner_in(area, name=flock.put("name of a learner", Circle.LEADERS).text)
    cohort = make_cohort(area, person, name=flock.put("name of a cohort", Circle.LEADERS).text)
    note = flock.put("why a course is asked for", Circle.LEADERS).text
    row = course_asked(course, cohort, note=note)
    return {
        "learner": [str(person.pk)],
        "cohort": [str(cohort.pk)],
        "assignment": [str(row.pk)],
    }


def workshop_of(flock: Flock, course: CoursePage, keeper: User) -> Things:
    """One to come, where the keeper has a seat, and what a trainer said of them.

    The course is closed to the keeper meanwhile, and so are its link and that note: to everybody.
    """
    CoursePage.objects.filter(pk=course.pk).update(needs_sign_off=True)
    workshop = make_workshop(
        course,
        title=flock.put("title of a workshop", Circle.AREA).text,
        place=flock.put("place of a workshop", Circle.AREA).text,
        about=flock.put("what to know of a workshop", Circle.AREA).text,
        link=f"https://{flock.put('link of a workshop', Circle.NOBODY).name}.example/",
    )
    booked(workshop, keeper)
    note = flock.put("note of a sign-off", Circle.NOBODY).text
    course.refresh_from_db()
    given = sign_off(person=keeper, course=course, by=trainer(), is_ready=False, note=note)
    return {
        "workshop": [workshop.code],
        "attendance list": [workshop.code],
        "person to sign off": [f"{course.pk} {keeper.pk}"],
        "sign-off": [str(given.pk)],
    }


def listed_person(flock: Flock, keeper: User, area: Area) -> Things:
    """A colleague who is found under a work name, and to whom the keeper wrote."""
    name = flock.put("name behind a work name", Circle.NOBODY)
    address = flock.put("address of somebody listed", Circle.NOBODY).name
    person = practitioner_at(area=area, name=name.text, email=f"{address}@a.uk")
    list_person(
        person,
        work_name=flock.put("work name", Circle.VERIFIED).text,
        helps_with=flock.put("what a colleague helps with", Circle.VERIFIED).text,
    )
    conversation = conversation_with(person, starter=keeper)
    for sender in (keeper, person):
        body = flock.put("message", Circle.KEEPER).text
        conversation.messages.create(sender=sender, body=body)
    return {
        "listing": [str(person.pk)],
        "recipient": [str(person.pk)],
        "person": [str(person.pk)],
        "conversation": [str(conversation.pk)],
    }


def waiting_request(flock: Flock, area: Area) -> int:
    name = lambda what: flock.put(what, Circle.APPROVERS).text  # noqa: E731 used here alone
    return asked(
        area=area,
        organisation_name=name("asker's organisation"),
        job_title=name("asker's job"),
        how_to_check=name("how to check"),
    ).pk


def refused_request(flock: Flock, area: Area) -> int:
    request = asked(area=area, how_to_check=flock.put("emptied answer", Circle.NOBODY).text)
    reason = flock.put("why a request was refused", Circle.NOBODY).text
    refuse_request(request=request, by=UserFactory(), reason=reason)
    return request.pk


def records_of_the_hub(flock: Flock) -> Things:
    """An agency's sign-in and the record of powers."""
    SocialApp.objects.create(
        provider="openid_connect",
        provider_id="ardale",
        name="Ardale Council",
        client_id=flock.put("an agency's client", Circle.ADMINISTRATORS).name,
        settings={"sealed_secret": seal(flock.put("an agency's secret", Circle.NOBODY).name)},
    )
    reason = flock.put("reason in the record of powers", Circle.ADMINISTRATORS).text
    record_audit(action="post.hidden", subject="post 1", person_id=1, reason=reason)
    return {"agency": ["ardale"]}


def uploads_of(flock: Flock, area: Area, circle: Circle) -> tuple[HubDocument, HubImage, Things]:
    """A document, an image and its rendition; words stand in title, file name and text."""
    collection = Collection.get_first_root_node().add_child(
        name=flock.put(f"collection, {circle.value}", circle).text
    )
    kind = CollectionViewRestriction.GROUPS
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=kind
    ).groups.add(group_for_area(area))
    if circle is Circle.MARKED:
        CollectionMarking.objects.create(collection=collection, level=Marking.OFFICIAL_SENSITIVE)
    name = lambda what: flock.put(f"{what}, {circle.value}", circle)  # noqa: E731 used here alone
    text = ContentFile(name("text of a document").text.encode(), f"{name('file').name}.txt")
    document = HubDocument.objects.create(
        title=name("title of a document").text, file=text, collection=collection
    )
    image = HubImage.objects.create(
        title=name("title of an image").text,
        file=get_test_image_file(f"{name('file of an image').name}.png"),
        collection=collection,
    )
    small = image.get_rendition("width-80")
    files = [document.file.url, image.file.url, small.url]
    return document, image, {"document": [document.url], "file": files}
