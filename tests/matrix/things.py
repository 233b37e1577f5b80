"""The things that addresses name: one's own, others', another area's, a sensitive one, and none."""

from dataclasses import dataclass, field
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from courses.models import CoursePage
from hub.access.groups import group_for_area
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import PRACTITIONER, SECOND_FACTOR, area_token
from hub.forum.enums import ReportReason
from hub.forum.models import Space, Thread
from hub.forum.services import hide_post, report_post
from hub.mydata.models import DataCopy
from hub.notices.unsubscribing import Stop, unsubscribe_path
from hub.pages.models import HubDocument
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import begin_attempt, course_with_quiz, lessons_of
from tests.factories.directory import conversation_with, list_person, listed_person
from tests.factories.forum import SpaceFactory, first_post, question, reply
from tests.factories.groups import make_group
from tests.factories.notices import NoticeFactory, SubscriptionFactory
from tests.factories.people import AreaFactory, UserFactory

OWN, OPEN, CLOSED, SENSITIVE, MISSING = "own", "other's", "other area's", "sensitive", "missing"
NO_ID, NO_CODE = "987654321", "0" * 32

Things = dict[str, dict[str, str]]


@dataclass
class World:
    """`shared` holds, for each kind of thing and each relation to it, what an address names."""

    area: Area
    someone: User
    course: CoursePage
    shared: Things = field(default_factory=dict)


def make_world() -> World:
    area = AreaFactory(name="Ardale", slug="ardale")
    world = World(area, UserFactory(), course_with_quiz())
    spaces = {
        OPEN: SpaceFactory(),
        CLOSED: SpaceFactory(access_rule=AccessRule.objects.for_rule(rule([area_token(area.pk)]))),
        SENSITIVE: SpaceFactory(
            access_rule=AccessRule.objects.for_rule(rule([PRACTITIONER], [SECOND_FACTOR]))
        ),
    }
    world.shared = {
        **group_things(),
        **forum_things(spaces, world.someone),
        **course_things(world.course, group_for_area(area)),
        **page_things(group_for_area(area)),
        **personal_things(world.someone, world.course),
        **directory_things(),
    }
    return world


def group_things() -> Things:
    listed = {OPEN: make_group().slug, MISSING: "nowhere"}
    none = {MISSING: "nowhere"}
    return {
        "group": listed,
        "foreign group": listed,
        "verification request": {MISSING: NO_ID},
        "invitation": {MISSING: NO_CODE},
        "nothing in a group": none,
    }


def directory_things() -> Things:
    """Who is listed, and who is there and isn't. Nobody writes to themselves."""
    shown = {OPEN: str(listed_person().pk), MISSING: str(UserFactory().pk)}
    return {"listing": shown, "recipient": shown}


def forum_things(spaces: dict[str, Space], someone: User) -> Things:
    threads = {name: question(author=someone, space=space) for name, space in spaces.items()}
    found: Things = {
        "space": {name: space.slug for name, space in spaces.items()} | {MISSING: "nowhere"},
        "thread": {name: str(thread.pk) for name, thread in threads.items()},
        "post": {name: str(first_post(thread).pk) for name, thread in threads.items()},
        "answer": {name: str(reply(thread).pk) for name, thread in threads.items()},
        "hidden post": {name: hidden(thread) for name, thread in threads.items()},
        "report": {name: reported(thread) for name, thread in threads.items()},
    }
    return {name: {MISSING: NO_ID} | known for name, known in found.items()}


def hidden(thread: Thread) -> str:
    post = reply(thread)
    hide_post(post=post, by=UserFactory(), reason="Names a child.")
    return str(post.pk)


def reported(thread: Thread) -> str:
    post = reply(thread)
    reason = ReportReason.OTHER
    return str(report_post(post=post, reporter=UserFactory(), reason=reason, note="Odd.").pk)


def course_things(opened: CoursePage, group: Group) -> Things:
    closed = course_with_quiz()
    pages.restrict(closed, group)
    courses = {OPEN: opened, CLOSED: closed}
    return {
        "course": {name: str(course.pk) for name, course in courses.items()} | {MISSING: NO_ID},
        "lesson": {name: str(lessons_of(course)[0].pk) for name, course in courses.items()}
        | {MISSING: NO_ID},
    }


def page_things(group: Group) -> Things:
    found = {OPEN: pages.guidance(), CLOSED: pages.guidance()}
    pages.restrict(found[CLOSED], group)
    root = Collection.get_first_root_node()
    collections = {OPEN: root, CLOSED: root.add_child(name="Closed")}
    kind = CollectionViewRestriction.GROUPS
    CollectionViewRestriction.objects.create(
        collection=collections[CLOSED], restriction_type=kind
    ).groups.add(group)
    documents = {name: document_in(place) for name, place in collections.items()}
    return {
        "page": {name: page.url for name, page in found.items()} | {MISSING: "/guidance/nowhere/"},
        "document": {name: item.url for name, item in documents.items()}
        | {MISSING: f"/documents/{NO_ID}/nothing.txt"},
        "file": {name: item.file.url for name, item in documents.items()}
        | {MISSING: "/media/documents/nothing.txt"},
    }


def document_in(collection: Collection) -> HubDocument:
    file = ContentFile(b"Words.", name="words.txt")
    return HubDocument.objects.create(title="Words", file=file, collection=collection)


def personal_things(person: User, course: CoursePage) -> Things:
    """What this person holds that nobody else may touch."""
    copy = DataCopy.objects.create(
        person=person,
        made_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=1),
        file=ContentFile(b"{}", name="copy.zip"),
    )
    link = unsubscribe_path(Stop(person.pk))
    # What it follows is gone since; that is no reason to keep it.
    followed = SubscriptionFactory(person=person, object_id=int(NO_ID))
    return {
        "copy": {OPEN: copy.code, MISSING: NO_CODE},
        "notice": {OPEN: str(NoticeFactory(person=person).pk), MISSING: NO_ID},
        "subscription": {OPEN: str(followed.pk), MISSING: NO_ID},
        "conversation": {OPEN: str(conversation_with(person).pk), MISSING: NO_ID},
        "attempt": {OPEN: begin_attempt(person, course).code, MISSING: NO_CODE},
        "signed link": {OPEN: link, MISSING: f"{link[:-3]}xx/"},
        "session": {OPEN: session_of(person), MISSING: NO_ID},
        # Agencies are there for all; without one, all find nothing.
        "agency": {MISSING: "nowhere"},
        # A wrong code gets a page that says so.
        "certificate": {OPEN: NO_CODE},
    }


def session_of(person: User) -> str:
    """Another device on which the person is signed in."""
    at = {"ip": "192.0.2.1", "session_key": f"of {person.pk}", "user_agent": "A phone"}
    return str(UserSession.objects.create(user=person, **at).pk)


def things_of(world: World, person: User | None) -> Things:
    """Everything an address may name, this person's own things included."""
    if person is None:
        return world.shared
    space = Space.objects.get(slug=world.shared["space"][OPEN])
    asked = question(author=person, space=space)
    mine = {
        "thread": str(asked.pk),
        "post": str(first_post(asked).pk),
        "answer": str(reply(asked).pk),
        "group": make_group(owner=person).slug,
        "listing": str(list_person(person).pk),
        **{
            kind: known[OPEN]
            for kind, known in personal_things(person, world.course).items()
            if kind in {"copy", "notice", "subscription", "conversation", "attempt", "session"}
        },
    }
    return {
        kind: known | ({OWN: mine[kind]} if kind in mine else {})
        for kind, known in world.shared.items()
    }
