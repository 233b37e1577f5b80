"""Spaces, and threads and posts made as people make them, through the services."""

from collections.abc import Sequence
from datetime import date, timedelta

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import MEMBER, area_token
from hub.forum.models import Post, Space, SpaceModerator, Thanks, Thread
from hub.forum.services import ask_question, grow_page, reply_to_thread, start_event, start_poll
from hub.forum.telling import tell_followers
from hub.guidance.models import PracticePage
from hub.taxonomy.models import Area, Theme
from hub.users.models import User
from tests.factories.people import UserFactory, with_role


class SpaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Space

    name = factory.Sequence(lambda n: f"Space {n}")
    slug = factory.Sequence(lambda n: f"space-{n}")


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme
        django_get_or_create = ("slug",)

    name = factory.Sequence(lambda n: f"Theme {n}")
    slug = factory.Sequence(lambda n: f"theme-{n}")


def members_space() -> Space:
    """A space for anybody who is signed in."""
    return SpaceFactory(access_rule=AccessRule.objects.for_rule(rule([MEMBER])))


def space_of_area(area: Area) -> Space:
    """A space for people with a membership in the area."""
    wanted = rule([area_token(area.pk)])
    return SpaceFactory(access_rule=AccessRule.objects.for_rule(wanted))


def question(
    *,
    author: User | None = None,
    space: Space | None = None,
    title: str = "Who makes the referral?",
    body: str = "A worker asked us who should.",
    **more: object,
) -> Thread:
    """Asked, and told of as the worker would."""
    thread = ask_question(
        author=author or UserFactory(),
        space=space or SpaceFactory(),
        title=title,
        body=body,
        **more,
    )
    tell_followers.call()
    return thread


def poll(
    *,
    author: User | None = None,
    space: Space | None = None,
    title: str = "Which day suits you?",
    options: Sequence[str] = ("Tuesday", "Thursday"),
    several: bool = False,
    closes_on: date | None = None,
    **more: object,
) -> Thread:
    thread = start_poll(
        author=author or UserFactory(),
        space=space or SpaceFactory(),
        title=title,
        body="For the next meeting.",
        options=options,
        several=several,
        closes_on=closes_on or timezone.localdate() + timedelta(days=7),
        **more,
    )
    tell_followers.call()
    return thread


def event(*, space: Space | None = None, **more: object) -> Thread:
    starts_at = timezone.now() + timedelta(days=7)
    thread = start_event(
        author=UserFactory(),
        space=space or SpaceFactory(),
        title="Open morning; come, all",
        body="On school moves.",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Town Hall, room 2",
        **more,
    )
    tell_followers.call()
    return thread


def reply(
    thread: Thread, *, author: User | None = None, body: str = "You do, today.", **more: object
) -> Post:
    """Written, and told of as the worker would."""
    post = reply_to_thread(thread=thread, author=author or UserFactory(), body=body, **more)
    tell_followers.call()
    return post


def text_file(name: str = "route.txt", text: bytes = b"Ring first.") -> ContentFile:
    """A file as the form hands it on."""
    return ContentFile(text, name=name)


def first_post(thread: Thread) -> Post:
    return thread.posts.get(number=1)


def moderator() -> User:
    return with_role(UserFactory(), Role.MODERATOR)


def moderator_of(space: Space, person: User | None = None) -> User:
    """Somebody who moderates this space alone."""
    chosen = person or UserFactory()
    SpaceModerator.objects.create(space=space, person=chosen)
    return chosen


def thanks_to(person: User) -> Thanks:
    """Asked whether a page that grew out of their question may name them."""
    page = PracticePage(title="One worker for each child", place="A county")
    grown = grow_page(thread=question(author=person), by=UserFactory(), page=page)
    return grown.thanks.get(person=person)
