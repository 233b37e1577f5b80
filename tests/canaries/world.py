"""A hub full of canaries, and the people who must meet none of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from wagtail.models import Page

from courses.models import CoursePage, LessonPage, LessonQuestion
from courses.services.lessons import enrol
from courses.services.quizzes import make_practice, make_quiz
from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.registry import kinds
from hub.access.services import end_membership
from hub.files.reading import read_files
from hub.forum.models import Thread
from hub.groups.models import WorkingGroup
from hub.interventions.models import InterventionPage
from hub.notices.services import subscribe
from hub.pages.models import HubDocument, HubPage
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.canaries import pages as made
from tests.canaries import records, rooms, searches
from tests.canaries.flock import Circle, Flock
from tests.factories import pages
from tests.factories.courses import make_question
from tests.factories.forum import SpaceFactory, question, reply
from tests.factories.groups import add_member
from tests.factories.people import AreaFactory, UserFactory, with_role


@dataclass
class World:
    """`things` are the restricted ones of each kind in tests/architecture/address_policy.py."""

    flock: Flock
    area: Area
    elsewhere: Area
    opened: HubPage
    group: WorkingGroup
    keeper: User
    former: User
    closed: dict[type[Page], Page]
    things: dict[str, list[str]] = field(default_factory=dict)

    def add(self, found: dict[str, list[str]]) -> None:
        for kind, values in found.items():
            self.things.setdefault(kind, []).extend(values)


def make_world() -> World:
    flock, area = Flock(), AreaFactory(name="Ardale", slug="ardale")
    opened = pages.guidance(title="What everyone reads", slug="everyone", themes=["mapping"])
    question(space=SpaceFactory(), title="An open question", about=[opened])
    group, around = rooms.groups_of(flock)
    closed = closed_pages(flock, area)
    keeper, held = records.keeper_of(flock, closed[CoursePage], area)
    former = add_member(group, with_role(UserFactory(), Role.PRACTITIONER, area=area))
    world = World(flock, area, AreaFactory(), opened, group, keeper, former, closed)
    document, image, files = records.uploads_of(flock, area, Circle.AREA)
    *_, marked_files = records.uploads_of(flock, area, Circle.MARKED)
    read_files.call()
    for found in (around, held, files, marked_files, records.records_of_the_hub(flock)):
        world.add(found)
    world.add(records.listed_person(flock, keeper, area))
    world.add(records.led_person(flock, closed[CoursePage], area))
    world.add(rooms.forum_of(flock, area, group, opened))
    world.add(rooms.desk_of(flock))
    world.add(rooms.shared_practice(flock))
    world.add(rooms.what_is_in_place(flock, area, closed[InterventionPage]))
    everything = [*closed.values(), *marked_pages(flock, area).values()]
    everything += [rooms.page_of_group(flock, group), *drafts(flock)]
    unfinished = made.unfinished(flock, opened)
    world.things["page"] = [page.url for page in (*everything, *unfinished.values())]
    world.things["page by number"] = [str(page.pk) for page in (*everything, *unfinished.values())]
    world.things["course"] = [str(closed[CoursePage].pk)]
    world.things["lesson"] = [str(closed[LessonPage].pk)]
    asked = LessonQuestion.objects.get(lesson=closed[LessonPage])
    world.things["lesson question"] = [f"{asked.lesson_id} {asked.question_id}"]
    practice = closed[CoursePage].quizzes.practice().get()
    world.things["practice quiz"] = [f"{practice.course_id} {practice.pk}"]
    world.add(records.workshop_of(flock, closed[CoursePage], keeper))
    made.hold_closed_things(opened, document, image, "a file", everything)
    leave_traces(world, former)
    searches.kept_searches(flock, keeper)
    searches.searches_in_cms(flock, [page for page in closed.values() if isinstance(page, HubPage)])
    world.things["open space"] = world.things["space"]
    world.things["open thread"] = world.things["thread"]
    world.things["thing in search"] = list(in_search(world))
    names = [kind.name for kind in kinds() if kind.leaves_hub]
    world.things["kind that leaves"] = names
    world.things["theme"] = ["mapping"]
    world.things["theme and kind"] = [f"mapping {name}" for name in names]
    return world


def in_search(world: World) -> Iterator[str]:
    """Kind and id of what search holds and not everybody may find."""
    for page in world.closed.values():
        if isinstance(page, HubPage):
            yield f"{page.kind_name} {page.pk}"
    for kind in ("thread", "person"):
        yield from (f"{kind} {pk}" for pk in world.things[kind])
    yield from (f"document {pk}" for pk in HubDocument.objects.values_list("pk", flat=True))


def closed_pages(flock: Flock, area: Area) -> dict[type[Page], Page]:
    closed = made.page_of_each_type(flock, Circle.AREA)
    made.deep_words(flock, closed)
    make_quiz(
        course=closed[CoursePage],
        title=flock.put("title of a quiz", Circle.AREA).text,
        questions=[flock.question],
    )
    make_practice(
        course=closed[CoursePage],
        title=flock.put("title of a practice quiz", Circle.AREA).text,
        questions=[make_question(flock.put("question to practise", Circle.AREA).text)],
    )
    told = make_question(flock.put("question of a lesson", Circle.AREA).text)
    LessonQuestion.objects.create(lesson=closed[LessonPage], question=told)
    made.close(closed, area)
    return closed


def marked_pages(flock: Flock, area: Area) -> dict[type[Page], Page]:
    """One of each type that is marked; the area's people alone may read them, too."""
    marked = made.page_of_each_type(flock, Circle.MARKED)
    made.close(marked, area)
    for page in marked.values():
        pages.mark_sensitive(page)
    return marked


def drafts(flock: Flock) -> Iterable[Page]:
    """A draft of each type; no restriction closes it."""
    return made.page_of_each_type(flock, Circle.DRAFTS, live=False).values()


def leave_traces(world: World, person: User) -> None:
    """What somebody did while they were in the area and the group, both of which then end."""
    for pk in world.things["thread"]:
        thread = Thread.objects.get(pk=pk)
        reply(thread, author=person, body="Nobody would miss this.")
        subscribe(person=person, kind="thread", object_id=thread.pk)
    enrol(person_id=person.pk, course=world.closed[CoursePage])
    for page in world.closed.values():
        if isinstance(page, HubPage):
            subscribe(person=person, kind=page.kind_name, object_id=page.pk)
            type(page).objects.filter(pk=page.pk).update(page_owner=person, reviewer=person)
    Page.objects.filter(path__startswith=world.closed[CoursePage].path).update(owner=person)
    for membership in Membership.objects.filter(person=person):
        end_membership(membership=membership, by=None)
