"""Rooms and groups: names, posts and their history, requests, invitations."""

from datetime import timedelta

from django.utils import timezone

from hub.access.enums import Marking
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import area_token, group_token
from hub.forum.enums import Measure, ReportReason
from hub.forum.models import Appeal, GrownPage, Sanction, Space, Thread
from hub.forum.services import (
    accept_answer,
    edit_post,
    grow_page,
    hide_post,
    impose,
    make_appeal,
    report_post,
    start_event,
    start_poll,
    unmask_alone,
)
from hub.groups.models import WorkingGroup
from hub.groups.services import ask_to_join, close_group, invite, refuse_request
from hub.guidance.models import PracticePage
from hub.interventions.conditions import Condition, Presence
from hub.pages.models import HubPage
from hub.sharing.services import submit_example
from hub.support.enums import Helped
from hub.support.services import add_note, say_whether_it_helped
from hub.taxonomy.models import Area, Theme
from tests.canaries.flock import Circle, Flock
from tests.factories import pages
from tests.factories.areas import stated
from tests.factories.forum import first_post, moderator, question, reply, text_file
from tests.factories.groups import make_group, owner_of, practitioner, private_group
from tests.factories.people import UserFactory
from tests.factories.sharing import draft, ready, with_picture
from tests.factories.support import answered, asked_desk, front_line

Things = dict[str, list[str]]


def room(flock: Flock, name: str, circle: Circle, *clauses: list[str], marking: str = "") -> Space:
    words = flock.put(f"name of the {name}", circle)
    return Space.objects.create(
        name=words.text,
        slug=words.name,
        description=flock.put(f"what the {name} is for", circle).text,
        access_rule=AccessRule.objects.for_rule(rule(*clauses)),
        marking=marking or Marking.OFFICIAL,
    )


def talk(flock: Flock, space: Space, circle: Circle, about: HubPage) -> Thread:
    """A question with an answer; both were changed since, and both authors have a name."""
    name = lambda what: flock.put(f"{what}, {circle.value}", circle)  # noqa: E731 used here alone
    thread = question(
        author=UserFactory(name=name("who asked").text),
        space=space,
        title=name("title of a question").text,
        body=name("question before a change").text,
        themes=[Theme.objects.get(slug="mapping")],
        about=[about],
    )
    first = first_post(thread)
    edit_post(post=first, editor=first.author, body=name("question").text, version=first.version)
    answer = reply(
        thread, author=UserFactory(name=name("who answered").text), body=name("answer").text
    )
    nobody = flock.put(f"name of an anonymous writer, {circle.value}", Circle.NOBODY)
    hidden = reply(thread, author=UserFactory(name=nobody.text), body="I ask.", anonymous=True)
    why = flock.put(f"why somebody wants to know a writer, {circle.value}", Circle.NOBODY)
    unmask_alone(post=hidden, by=moderator(), reason=why.text)
    report = flock.put(f"note of a report, {circle.value}", Circle.NOBODY)
    report_post(post=answer, reporter=UserFactory(), reason=ReportReason.OTHER, note=report.text)
    return thread


def meeting(flock: Flock, space: Space, circle: Circle) -> Thread:
    starts_at = timezone.now() + timedelta(days=7)
    return start_event(
        author=UserFactory(),
        space=space,
        title=flock.put("title of an event", circle).text,
        body="For all of us.",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        place=flock.put("place of an event", circle).text,
    )


def ballot(flock: Flock, space: Space, circle: Circle) -> Thread:
    return start_poll(
        author=UserFactory(),
        space=space,
        title=flock.put("title of a poll", circle).text,
        body="For all of us.",
        options=[flock.put("answer in a poll", circle).text, "Neither"],
        several=False,
        closes_on=timezone.localdate() + timedelta(days=7),
    )


def learned(flock: Flock, space: Space, circle: Circle) -> GrownPage:
    """A solved thread whose answer has a file, and the draft that somebody made of it."""
    file = text_file(f"{flock.put('name of an attached file', circle).text}.txt")
    thread = question(space=space, title=flock.put("title of a solved thread", circle).text)
    answer = reply(thread, body=flock.put("accepted answer", circle).text, files=[file])
    thread = accept_answer(post=answer, by=UserFactory())
    title = flock.put(f"title of a draft from a thread, {circle.value}", Circle.DRAFTS).text
    return grow_page(
        thread=thread, by=UserFactory(), page=PracticePage(title=title, place="A county")
    )


def disputed(flock: Flock, space: Space, circle: Circle) -> Appeal:
    """A post that was hidden, with the reason, the appeal of its writer, and a warning."""
    name = lambda what: flock.put(f"{what}, {circle.value}", circle).text  # noqa: E731 alone here
    post = reply(question(space=space), body=name("disputed post"))
    hide_post(post=post, by=moderator(), reason=name("why a disputed post is hidden"))
    if circle is Circle.MODERATED:
        reason = name("why somebody is warned")
        impose(person=post.author, measure=Measure.WARN, reason=reason, by=moderator())
    return make_appeal(case=post.cases.get(), words=name("words of an appeal"))


def forum_of(flock: Flock, area: Area, group: WorkingGroup, about: HubPage) -> Things:
    local = [area_token(area.pk)]
    spaces = {
        Circle.AREA: room(flock, "room of the area", Circle.AREA, local),
        Circle.MARKED: room(
            flock, "marked room", Circle.MARKED, local, marking=Marking.OFFICIAL_SENSITIVE
        ),
        Circle.GROUP: room(flock, "room of the group", Circle.GROUP, [group_token(group.group_id)]),
    }
    threads = [talk(flock, space, circle, about) for circle, space in spaces.items()]
    meetings = [meeting(flock, space, circle) for circle, space in spaces.items()]
    threads += [*meetings, *(ballot(flock, space, circle) for circle, space in spaces.items())]
    grown = [learned(flock, space, circle) for circle, space in spaces.items()]
    threads += [page.thread for page in grown]
    posts = [post for thread in threads for post in thread.posts.all()]
    cases = [case for post in posts for case in post.cases.all()]
    looks = [str(look.pk) for post in posts for look in post.unmaskings.all()]
    others = list(Space.objects.exclude(pk__in=[s.pk for s in spaces.values()]))
    hidden = hidden_post(flock, others)
    appeals = [disputed(flock, space, Circle.NOBODY) for space in spaces.values()]
    appeals.append(disputed(flock, others[0], Circle.MODERATED))
    return {
        "space": [space.slug for space in spaces.values()],
        "thread": [str(thread.pk) for thread in threads],
        "event": [str(thread.pk) for thread in meetings],
        "post": [str(post.pk) for post in posts] + [hidden],
        "answer": [str(post.pk) for post in posts],
        "anonymous post": [str(post.pk) for post in posts if post.is_anonymous],
        "unmasking": looks,
        "unmasking to review": looks,
        "hidden post": [hidden],
        "case": [str(case.pk) for case in cases],
        "appeal": [str(appeal.pk) for appeal in appeals],
        "decision": [str(appeal.case_id) for appeal in appeals],
        "sanction": [str(sanction.pk) for sanction in Sanction.objects.all()],
        "solved thread": [str(page.thread_id) for page in grown],
        "thanks": [str(thanks.pk) for page in grown for thanks in page.thanks.all()],
        "attachment": [str(page.thread.accepted.attachments.get().pk) for page in grown],
    }


def hidden_post(flock: Flock, open_spaces: list[Space]) -> str:
    """A post that a moderator took out of an open room, with the reason."""
    post = reply(
        question(space=open_spaces[0]), body=flock.put("hidden post", Circle.MODERATED).text
    )
    reason = flock.put("why a post is hidden", Circle.MODERATED).text
    hide_post(post=post, by=UserFactory(), reason=reason)
    return str(post.pk)


def desk_of(flock: Flock) -> Things:
    """What somebody asked in private, with an answer, a note and what the asker made of it."""
    text = lambda what: flock.put(what, Circle.DESK).text  # noqa: E731 used here alone
    request = asked_desk(
        UserFactory(name=flock.put("who asks the desk", Circle.TEAM).text),
        title=text("title of a request to the desk"),
        body=text("request to the desk"),
        may_publish=True,
    )
    colleague = front_line()
    answered(request, colleague, body=text("answer of the desk"))
    note = flock.put("internal note of the desk", Circle.TEAM).text
    add_note(request=request, author=colleague, body=note)
    reason = text("whether the desk helped")
    say_whether_it_helped(request=request, helped=Helped.PARTLY, reason=reason)
    return {name: [str(request.pk)] for name in ("support request", "request at the desk")}


def shared_practice(flock: Flock) -> Things:
    """What somebody sent to the reviewers, with a file, and a draft that is theirs alone."""
    text = lambda what: flock.put(what, Circle.REVIEWED).text  # noqa: E731 used here alone
    waiting = submit_example(
        example=with_picture(
            ready(title=text("title of shared practice"), problem=text("problem that was shared"))
        )
    )
    own = draft(title=flock.put("title of a draft to share", Circle.NOBODY).text)
    file = f"{waiting.pk} {waiting.files.get().pk}"
    examples = [str(waiting.pk), str(own.pk)]
    return {
        "shared example": examples,
        "example to review": examples,
        "example with reviewers": examples,
        "question of an example": [f"{pk} title" for pk in examples],
        "file of an example": [file],
        "file to review": [file],
    }


def what_is_in_place(flock: Flock, area: Area, closed: HubPage) -> Things:
    """What the area says of itself, and who said so."""
    text = lambda what: flock.put(what, Circle.IN_AREA).text  # noqa: E731 used here alone
    by = UserFactory(name=text("who spoke for the area"))
    stated(area, Condition.TEAM, Presence.NO, note=text("what an area said before"), by=by)
    stated(area, Condition.TEAM, note=text("what an area says of itself"), by=by)
    return {
        "area": [area.slug],
        "area's condition": [f"{area.slug} {Condition.TEAM}"],
        "intervention": [closed.slug],
    }


def groups_of(flock: Flock) -> tuple[WorkingGroup, Things]:
    """The private group; what hangs on it and on a listed one that people ask to join."""
    name = flock.put("name of a private group", Circle.GROUP_NAME).text
    purpose = flock.put("purpose of a private group", Circle.GROUP_NAME).text
    private = private_group(name=name, purpose=purpose)
    ended = private_group(name=flock.put("closed group", Circle.ADMINISTRATORS).text)
    close_group(group=ended, by=UserFactory(), reason="Done.")
    listed = make_group(name="A listed group")
    reason = flock.put("why somebody asks to join", Circle.GROUP_OWNERS).text
    waiting = ask_to_join(group=listed, person=practitioner(), reason=reason)
    refused = ask_to_join(group=listed, person=practitioner(), reason="I work on it.")
    answer = flock.put("why somebody was not let in", Circle.NOBODY).text
    refuse_request(asked=refused, by=owner_of(listed), answer=answer)
    address = flock.put("invited address", Circle.GROUP_OWNERS).name
    sent = invite(group=listed, email=f"{address}@agency.example", by=owner_of(listed))
    place = listed.places.get()
    return private, {
        "group": [private.slug, ended.slug],
        "group to ask": [private.slug],
        "place in a group": [f"{listed.slug} {place.pk}", f"{private.slug} 1"],
        "request to join": [f"{listed.slug} {waiting.pk}", f"{listed.slug} {refused.pk}"],
        "invitation to a group": [f"{listed.slug} {sent.pk}"],
        "invitation": [sent.code],
    }


def page_of_group(flock: Flock, group: WorkingGroup) -> HubPage:
    words = flock.put("page of the group", Circle.GROUP)
    page = pages.guidance(title=words.text, slug=words.name, themes=["mapping"])
    pages.restrict(page, group.group)
    return page
