"""Posts on their way to readers, where each process on the way may be killed anywhere.

Somebody posts, perhaps a moderator approves, a worker tells followers and mails them. Whoever got
no answer does the same again, as people do. A clock runs ahead, so that leases of the killed end.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import StringIO
from random import Random

import time_machine
from django.core.management import call_command
from django.utils import timezone

from hub.access.enums import Role
from hub.forum.enums import ThreadKind
from hub.forum.models import Post, Space, Thread
from hub.forum.services import (
    EditConflict,
    approve_post,
    ask_question,
    edit_event,
    reply_to_thread,
    start_event,
    start_poll,
)
from hub.notices.enums import Preset
from hub.notices.models import Subscription
from hub.notices.services import choose_preset, subscribe
from hub.users.models import User
from tests.factories.forum import SpaceFactory, moderator
from tests.factories.people import UserFactory, with_role
from tests.hub.forum.stress.killing import BEFORE_THE_ANSWER, run_apart

HELD_WORDS = "Meet me at the old mill."
# Until they are known, work is taken to have as many points as this.
SOME_POINTS = 60
A_WHILE, LATER = timedelta(minutes=20), timedelta(days=2)


@dataclass(slots=True)
class Written:
    """What somebody wrote, and the edit that moved an event."""

    body: str
    title: str
    is_first: bool
    is_held: bool
    is_moved: bool = False
    approved: int = 0


@dataclass(slots=True)
class Chain:
    drawn: Random
    kills: int = 0
    clock: datetime = field(default_factory=timezone.now)
    written: list[Written] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    points: dict[str, int] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    space: Space = field(default_factory=SpaceFactory)
    moderator: User = field(default_factory=moderator)
    of_space: User = field(default_factory=UserFactory)
    of_threads: User = field(default_factory=UserFactory)

    def __post_init__(self) -> None:
        subscribe(person=self.of_space, kind="space", object_id=self.space.pk)
        for person in (self.moderator, self.of_space, self.of_threads):
            choose_preset(person=person, preset=Preset.EVERYTHING)

    def until_acknowledged(self, name: str, work: Callable[[], object]) -> None:
        """Does it again for as long as nobody says that it's done; kills twice in three times."""
        while not self.attempt(name, work, kills=self.drawn.random() < 2 / 3):
            self.clock += A_WHILE

    def attempt(self, name: str, work: Callable[[], object], *, kills: bool) -> bool:
        fatal = self.fatal_point(name) if kills else None
        moment = self.clock

        def at_that_time() -> None:
            with time_machine.travel(moment):
                work()

        ended = run_apart(at_that_time, fatal)
        self.done.append(f"{name} {'done' if ended.acknowledged else f'killed at {fatal}'}")
        if ended.acknowledged:
            # What was killed late had more points than a second time, when little is left to do.
            self.points[name] = max(ended.points, self.points.get(name, 1))
        else:
            self.kills += 1
            self.halves += half_written()
        return ended.acknowledged

    def fatal_point(self, name: str) -> int:
        """Often the last one, after which somebody does again what is done already."""
        if self.drawn.random() < 0.25:
            return BEFORE_THE_ANSWER
        return self.drawn.randrange(self.points.get(name, SOME_POINTS))

    def step(self) -> None:
        threads = list(self.space.threads.visible())
        if not threads or self.drawn.random() < 0.4:
            self.begin()
        else:
            self.reply(self.drawn.choice(threads))
        self.attempt("tick and work", tick_and_work, kills=self.drawn.random() < 0.6)
        self.clock += A_WHILE

    def begin(self) -> None:
        made = self.new_text(is_first=True)
        author = self.writer()
        given = {"author": author, "space": self.space, "title": made.title, "body": made.body}
        kind = self.drawn.choice(["question", "poll", "event"])
        day = self.clock + timedelta(days=30)
        held = {"starts_at": day, "ends_at": day + timedelta(hours=1), "place": "Hall"}
        works = {
            "question": lambda: ask_question(**given),
            "poll": lambda: start_poll(
                **given, options=["Yes", "No"], several=False, closes_on=day.date()
            ),
            "event": lambda: start_event(**given, **held),
        }
        self.until_acknowledged(f"begin {kind}", works[kind])
        self.approve(made)
        thread = Thread.objects.filter(title=made.title).earliest("pk")
        subscribe(person=self.of_threads, kind="thread", object_id=thread.pk)
        if kind == "event" and self.drawn.random() < 0.7:
            self.move(thread, author, made, {**held, "place": f"Library of {made.title}"})

    def move(self, thread: Thread, author: User, made: Written, wanted: dict[str, object]) -> None:
        post = thread.posts.get(number=1)

        def work() -> None:
            try:
                edit_event(post=post, editor=author, body=post.body, version=1, **wanted)
            except EditConflict:
                # Killed before the answer: the form comes back with what is stored by now.
                thread.event.refresh_from_db()
                assert thread.event.place == wanted["place"]

        made.is_moved = True
        self.until_acknowledged("move the event", work)
        # Its words are what they were: a moderator looks at them again.
        self.approve(made)

    def reply(self, thread: Thread) -> None:
        made, author = self.new_text(is_first=False), self.writer()
        work = lambda: reply_to_thread(thread=thread, author=author, body=made.body)  # noqa: E731 one of several works
        self.until_acknowledged("reply", work)
        self.approve(made)

    def approve(self, made: Written) -> None:
        """A worker comes by before, who must tell nobody of what is held."""
        if made.is_held:
            self.attempt("tick and work", tick_and_work, kills=self.drawn.random() < 0.3)
            self.clock += A_WHILE
            post = Post.objects.filter(body=made.body).earliest("pk")
            self.until_acknowledged("approve", lambda: approve_post(post=post, by=self.moderator))
            made.approved += 1

    def new_text(self, *, is_first: bool) -> Written:
        number, is_held = len(self.written), self.drawn.random() < 0.3
        body = f"Text number {number}. {HELD_WORDS if is_held else 'All is well.'}"
        made = Written(body, f"Title {number}x", is_first=is_first, is_held=is_held)
        self.written.append(made)
        return made

    def writer(self) -> User:
        """Everybody writes once, so that what is told of them names one post."""
        person = with_role(UserFactory(name=f"Writer {len(self.written)}x"), Role.PRACTITIONER)
        choose_preset(person=person, preset=Preset.EVERYTHING)
        return person

    def settle(self) -> None:
        """Nobody is killed any more; time goes on until mail that was put off is due."""
        for wait in (A_WHILE, A_WHILE, LATER, LATER):
            self.clock += wait
            self.attempt("tick and work", tick_and_work, kills=False)


def half_written() -> list[str]:
    """Threads that readers see without what they were begun with, straight after a kill."""
    empty = Thread.objects.filter(posts=None)
    polls = Thread.objects.filter(kind=ThreadKind.POLL, poll__options=None)
    events = Thread.objects.filter(kind=ThreadKind.EVENT, event=None)
    return [f"{thread} is half written" for thread in empty | polls | events]


def tick_and_work() -> None:
    """A minute of cron, and a worker that stops where nothing is left to do."""
    call_command("hub_tick", verbosity=0, stdout=StringIO())
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def followers_of(thread: Thread) -> set[int]:
    rows = Subscription.objects.of("thread", thread.pk)
    return set(rows.values_list("person_id", flat=True))
