"""Pages, courses and uploads: for all, of one area, marked, and not there."""

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction

from courses.models import CoursePage, LessonQuestion
from courses.services.lessons import enrol
from courses.services.signing_off import sign_off
from hub.access.enums import Marking
from hub.access.models import CollectionMarking
from hub.pages.models import HubDocument, HubImage
from tests.factories import pages
from tests.factories.courses import course_with_quiz, lessons_of, make_question, practice_of
from tests.factories.people import UserFactory
from tests.factories.workshops import make_workshop, trainer
from tests.matrix.relations import CLOSED, MISSING, NO_CODE, NO_ID, OPEN, SENSITIVE, Things


def course_things(opened: CoursePage, group: Group) -> Things:
    courses = {OPEN: opened, CLOSED: course_with_quiz(), SENSITIVE: course_with_quiz()}
    pages.restrict(courses[CLOSED], group)
    pages.mark_sensitive(courses[SENSITIVE])
    asked = {name: with_question(course) for name, course in courses.items()}
    return {
        **workshop_things(courses),
        "lesson question": asked | {MISSING: f"{NO_ID} {NO_ID}"},
        "practice quiz": {
            name: f"{course.pk} {practice_of(course).pk}" for name, course in courses.items()
        }
        | {MISSING: f"{NO_ID} {NO_ID}"},
        "course": {name: str(course.pk) for name, course in courses.items()} | {MISSING: NO_ID},
        "lesson": {name: str(lessons_of(course)[0].pk) for name, course in courses.items()}
        | {MISSING: NO_ID},
    }


def workshop_things(courses: dict[str, CoursePage]) -> Things:
    """Workshops that others give, their lists, and somebody who waits for a trainer's word."""
    CoursePage.objects.filter(pk__in=[one.pk for one in courses.values()]).update(
        needs_sign_off=True
    )
    codes = {name: make_workshop(course).code for name, course in courses.items()}
    learners = {name: enrol(person_id=UserFactory().pk, course=courses[name]) for name in courses}
    given = {
        name: sign_off(person=one.person, course=one.course, by=trainer())
        for name, one in learners.items()
    }
    return {
        "workshop": codes | {MISSING: NO_CODE},
        "attendance list": codes | {MISSING: NO_CODE},
        "person to sign off": {
            name: f"{one.course_id} {one.person_id}" for name, one in learners.items()
        }
        | {MISSING: f"{NO_ID} {NO_ID}"},
        "sign-off": {name: str(one.pk) for name, one in given.items()} | {MISSING: NO_ID},
    }


def with_question(course: CoursePage) -> str:
    """The lesson and question of one that it asks."""
    check = LessonQuestion.objects.create(lesson=lessons_of(course)[0], question=make_question())
    return f"{check.lesson_id} {check.question_id}"


def page_things(group: Group) -> Things:
    act = pages.act()
    found = {
        OPEN: pages.guidance(),
        CLOSED: act,
        f"{CLOSED}: below": pages.provision(under=act),
        SENSITIVE: pages.guidance(),
        f"{MISSING}: a draft": pages.guidance(live=False),
    }
    pages.restrict(act, group)
    pages.mark_sensitive(found[SENSITIVE])
    interventions = {
        OPEN: pages.intervention(),
        CLOSED: pages.intervention(),
        SENSITIVE: pages.intervention(),
        f"{MISSING}: a draft": pages.intervention(live=False),
    }
    pages.restrict(interventions[CLOSED], group)
    pages.mark_sensitive(interventions[SENSITIVE])
    found[f"{CLOSED}: an alias"] = act.create_alias(parent=pages.home_page())
    return {
        "page": {name: page.url for name, page in found.items()} | {MISSING: "/guidance/nowhere/"},
        "intervention": {name: page.slug for name, page in interventions.items()}
        | {MISSING: "nowhere"},
        "page by number": {name: str(page.pk) for name, page in found.items()} | {MISSING: NO_ID},
    }


def media_things(group: Group) -> Things:
    """Documents, images and renditions of a collection for all, of a closed and a marked one."""
    root = Collection.get_first_root_node()
    collections = {
        OPEN: root,
        CLOSED: root.add_child(name="Closed"),
        SENSITIVE: root.add_child(name="Marked"),
    }
    kind = CollectionViewRestriction.GROUPS
    CollectionViewRestriction.objects.create(
        collection=collections[CLOSED], restriction_type=kind
    ).groups.add(group)
    CollectionMarking.objects.create(
        collection=collections[SENSITIVE], level=Marking.OFFICIAL_SENSITIVE
    )
    documents = {name: document_in(place) for name, place in collections.items()}
    images = {f"{name}: an image": image_in(place) for name, place in collections.items()}
    small = {f"{name}, small": image.get_rendition("width-80") for name, image in images.items()}
    files = documents | images | small
    return {
        "document": {name: item.url for name, item in documents.items()}
        | {MISSING: f"/documents/{NO_ID}/nothing.txt"},
        "file": {name: item.file.url for name, item in files.items()}
        | {MISSING: "/media/documents/nothing.txt"},
    }


def document_in(collection: Collection) -> HubDocument:
    file = ContentFile(b"Words.", name="words.txt")
    return HubDocument.objects.create(title="Words", file=file, collection=collection)


def image_in(collection: Collection) -> HubImage:
    file = get_test_image_file()
    return HubImage.objects.create(title="A picture", file=file, collection=collection)
