"""The things that addresses name: one's own, others', another area's, a sensitive one, and none."""

from dataclasses import dataclass, field

from allauth.socialaccount.models import SocialApp
from django.utils import timezone

from courses.models import CoursePage
from hub.access.groups import group_for_area
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import PRACTITIONER, SECOND_FACTOR, area_token
from hub.forum.enums import Measure, ReportReason
from hub.forum.models import Case, Space, Thread
from hub.forum.services import (
    accept_answer,
    ask_to_unmask,
    hide_post,
    impose,
    make_appeal,
    report_post,
    unmask_alone,
)
from hub.notices.feed_keys import token_of
from hub.notices.services import renew_feed_key
from hub.taxonomy.models import Area
from hub.users.models import User
from hub.users.services import refuse_request
from search.learning.answers import Answer, sign
from tests.factories.cohorts import asked as course_asked
from tests.factories.cohorts import learner_in, make_cohort
from tests.factories.courses import course_with_quiz
from tests.factories.directory import listed_person
from tests.factories.forum import (
    SpaceFactory,
    event,
    first_post,
    moderator,
    poll,
    question,
    reply,
    text_file,
    thanks_to,
)
from tests.factories.people import AreaFactory, UserFactory
from tests.factories.searches import logged
from tests.factories.verification import asked
from tests.matrix.content import course_things, media_things, page_things
from tests.matrix.groups import shared_groups
from tests.matrix.personal import certificates_of, own_things, personal_things
from tests.matrix.relations import CLOSED, MISSING, NO_ID, OPEN, SENSITIVE, Things


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
    forum = forum_things(spaces, world.someone)
    world.shared = {
        **shared_groups(),
        **requests_for(area),
        **area_things(area),
        **sign_in_things(),
        **forum,
        **feed_things(forum, world.someone),
        "thing in search": {name: f"thread {pk}" for name, pk in forum["thread"].items()},
        **course_things(world.course, group_for_area(area)),
        **page_things(group_for_area(area)),
        **media_things(group_for_area(area)),
        **personal_things(world.someone, world.course),
        **certificates_of(world.someone),
        **directory_things(),
        **led_things(area, world.course),
        **search_things(),
        "kind that leaves": {OPEN: "guidance", MISSING: "nowhere", f"{MISSING}: people": "person"},
        "theme": {OPEN: "mapping", MISSING: "nowhere"},
        "theme and kind": {OPEN: "mapping thread", MISSING: "mapping person"},
        "activity": {OPEN: "reading", MISSING: "sleeping"},
        "kind of thread": {OPEN: "discussion", f"{OPEN}: poll": "poll", MISSING: "letter"},
        "kind of file": {OPEN: "csv", MISSING: "docx"},
    }
    return world


def search_things() -> Things:
    """What a page of results was signed with, and what somebody made of it."""
    given = sign(Answer(logged("cuckooing", timezone.localdate())[0], 1, 20))
    return {"search answer": {OPEN: given, MISSING: f"{given[:-3]}xxx"}}


def led_things(area: Area, course: CoursePage) -> Things:
    """People, cohorts and what both are asked to do, in the area and elsewhere."""
    found: Things = {}
    for name, place in ((CLOSED, area), (OPEN, AreaFactory())):
        person = learner_in(place)
        cohort = make_cohort(place, person)
        known = {
            "learner": str(person.pk),
            "cohort": str(cohort.pk),
            "cohort member": f"{cohort.pk} {person.pk}",
            "assignment": str(course_asked(course, cohort).pk),
        }
        for kind, value in known.items():
            found.setdefault(kind, {MISSING: NO_ID})[name] = value
    return found


def directory_things() -> Things:
    """Who is listed, and who is there and isn't. Nobody writes to themselves."""
    shown = {OPEN: str(listed_person().pk), MISSING: str(UserFactory().pk)}
    return {"listing": shown, "recipient": shown}


def forum_things(spaces: dict[str, Space], someone: User) -> Things:
    threads = {name: question(author=someone, space=space) for name, space in spaces.items()}
    found: Things = {
        "space": {name: space.slug for name, space in spaces.items()} | {MISSING: "nowhere"},
        "space to take out": {name: space.slug for name, space in spaces.items()}
        | {MISSING: "nowhere", f"{MISSING}: sensitive": spaces[SENSITIVE].slug},
        "thread": {name: str(thread.pk) for name, thread in threads.items()},
        "post": {name: str(first_post(thread).pk) for name, thread in threads.items()},
        "answer": {name: str(reply(thread).pk) for name, thread in threads.items()},
        "hidden post": {name: hidden(thread) for name, thread in threads.items()}
        | {f"{OPEN}: in sight": str(reply(threads[OPEN]).pk)},
        "solved thread": {name: solved_in(space) for name, space in spaces.items()}
        | {f"{MISSING}: not solved": str(threads[OPEN].pk)},
        "thanks": {OPEN: str(thanks_to(someone).pk)},
        "attachment": {name: attached(thread) for name, thread in threads.items()},
        "poll": {name: str(poll(space=space).pk) for name, space in spaces.items()},
        "event": {
            OPEN: str(event(space=spaces[OPEN]).pk),
            CLOSED: str(event(space=spaces[CLOSED]).pk),
            f"{MISSING}: sensitive": str(event(space=spaces[SENSITIVE]).pk),
        },
        "sanction": {OPEN: sanctioned(UserFactory(), Measure.WARN)},
        "sanction in force": {OPEN: sanctioned(UserFactory(), Measure.RESTRICT)},
        "decision": {name: str(decided(thread).pk) for name, thread in threads.items()},
        "appeal": {
            name: str(make_appeal(case=decided(thread), words="It's right.").pk)
            for name, thread in threads.items()
        },
        "case": {name: case_of(thread) for name, thread in threads.items()},
        **unmasking_things(threads),
    }
    return {name: {MISSING: NO_ID} | known for name, known in found.items()}


def solved_in(space: Space) -> str:
    thread = question(space=space)
    accept_answer(post=reply(thread), by=UserFactory())
    return str(thread.pk)


def feed_things(forum: Things, person: User) -> Things:
    """What is open has a feed for everyone; with a key its person reads what isn't sensitive."""
    token = token_of(renew_feed_key(person=person))
    found: Things = {}
    for kind in ("space", "thread"):
        opened, closed, marked = (forum[kind][name] for name in (OPEN, CLOSED, SENSITIVE))
        found[f"open {kind}"] = {OPEN: opened, MISSING: closed, f"{MISSING}: sensitive": marked}
        found[f"{kind} by key"] = {
            OPEN: f"{token} {opened}",
            MISSING: f"{token[:-3]}xxx {opened}",
            f"{MISSING}: closed": f"{token} {closed}",
            f"{MISSING}: sensitive": f"{token} {marked}",
        }
    return found


def hidden(thread: Thread) -> str:
    return str(decided(thread).post_id)


def sanctioned(person: User, measure: Measure) -> str:
    sanction = impose(person=person, measure=measure, reason="Odd.", by=UserFactory(), days=7)
    return str(sanction.pk)


def decided(thread: Thread) -> Case:
    post = reply(thread)
    hide_post(post=post, by=UserFactory(), reason="Names a child.")
    return post.cases.get()


def attached(thread: Thread) -> str:
    return str(reply(thread, files=[text_file()]).attachments.get().pk)


def case_of(thread: Thread) -> str:
    post = reply(thread)
    report_post(post=post, reporter=UserFactory(), reason=ReportReason.OTHER, note="Odd.")
    return str(post.cases.get().pk)


def unmasking_things(threads: dict[str, Thread]) -> Things:
    """Anonymous answers; wishes to know who wrote them, and looks that somebody took alone."""
    answers = {name: reply(thread, anonymous=True) for name, thread in threads.items()}
    wishes = {
        name: ask_to_unmask(post=p, by=moderator(), reason="?") for name, p in answers.items()
    }
    alone = {name: unmask_alone(post=p, by=moderator(), reason="?") for name, p in answers.items()}
    return {
        "anonymous post": {name: str(post.pk) for name, post in answers.items()}
        | {f"{MISSING}: signed": str(first_post(threads[OPEN]).pk)},
        "unmasking": {name: str(wish.pk) for name, wish in wishes.items()},
        "unmasking to review": {name: str(look.pk) for name, look in alone.items()}
        | {f"{MISSING}: none due": str(wishes[OPEN].pk)},
        "unmasking to see": {name: str(look.pk) for name, look in alone.items()},
    }


def requests_for(area: Area) -> Things:
    """Who waits to be verified in the area and elsewhere, and who waits no longer."""
    decided = asked(area=area)
    refuse_request(request=decided, by=UserFactory(), reason="Ring us first.")
    found = {OPEN: asked(), CLOSED: asked(area=area), f"{MISSING}: decided": decided}
    return {
        "verification request": {name: str(request.pk) for name, request in found.items()}
        | {MISSING: NO_ID}
    }


def area_things(area: Area) -> Things:
    """The area and another one, and a condition of each."""
    slugs = {OPEN: AreaFactory().slug, CLOSED: area.slug}
    return {
        "area": slugs | {MISSING: "nowhere"},
        "area's condition": {name: f"{slug} team" for name, slug in slugs.items()}
        | {MISSING: "nowhere team", f"{MISSING}: no such condition": f"{area.slug} tanks"},
    }


def sign_in_things() -> Things:
    """Agencies are there for all to sign in by."""
    SocialApp.objects.create(
        provider="openid_connect", provider_id="ardale", name="Ardale", client_id="hub"
    )
    return {"agency": {OPEN: "ardale", MISSING: "nowhere"}}


def things_of(world: World, person: User | None) -> Things:
    """Everything an address may name, this person's own things included."""
    if person is None:
        return world.shared
    space = Space.objects.get(slug=world.shared["space"][OPEN])
    mine = own_things(person, space, world.area, world.course)
    return {kind: known | mine.get(kind, {}) for kind, known in world.shared.items()}
