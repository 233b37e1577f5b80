"""`make benchmark-forum`: a forum of many threads on PostgreSQL, and what it takes to use it."""

import argparse
import os
import sys
import time
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.middleware.csrf import _get_new_csrf_string  # noqa: E402

from hub.forum.models import PostNews, Thread  # noqa: E402
from hub.forum.telling import tell_followers  # noqa: E402
from hub.notices.models import Notice  # noqa: E402
from hub.users.models import User  # noqa: E402
from tests.benchmarks.client import share  # noqa: E402
from tests.benchmarks.crowd import cookies, first_people  # noqa: E402
from tests.benchmarks.forum.world import (  # noqa: E402
    FOLLOWERS,
    READERS,
    Sizes,
    followed_space,
    long_thread,
    make,
)
from tests.benchmarks.open_loop import Sender, measured  # noqa: E402
from tests.benchmarks.server import Server, served  # noqa: E402
from tests.benchmarks.table import compared, machine, put, today  # noqa: E402

PLACE = Path(__file__).parents[1] / "FORUM.md"
EVERY = 30

Row = tuple[str, str, str]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the forum and write FORUM.md.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--seconds", type=int, default=120, help="of fifty people posting")
    parser.add_argument("--share", type=float, default=1, help="of everything, such as 0.1")
    parser.add_argument("--print", action="store_true", help="leave FORUM.md as it is")
    return parser.parse_args()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    chosen = options()
    part = chosen.share
    sizes = Sizes(int(20_000 * part), int(500_000 * part), int(50_000 * part))
    call_command("migrate", verbosity=0)
    begun = time.perf_counter()
    make(sizes)
    say(f"Made in {time.perf_counter() - begun:.0f} s")
    people = first_people(READERS)
    with served(chosen.port, {}, workers=2) as server:
        rows = [*pages(server, people), posting(server, people, chosen.seconds)]
        rows.append(telling(server, people[0]))
    before = PLACE.read_text(encoding="utf-8")
    head = f"{today()}, {machine()}. Command: `make benchmark-forum`."
    text = "\n".join([head, "", *table(sizes, rows, before)])
    say(text)
    if not chosen.print:
        PLACE.write_text(put(before, text), encoding="utf-8")


def table(sizes: Sizes, rows: list[Row], before: str) -> list[str]:
    held = (
        f"{sizes.threads:,} threads, {sizes.posts:,} posts, {sizes.people:,} people, PostgreSQL "
        "that writes to disk, two workers."
    )
    return [held, "", *compared(rows, before)]


def pages(server: Server, people: list[User]) -> list[Row]:
    """Of twenty people, each signed in; unread counts are part of each list."""
    thread, space = long_thread(), followed_space()
    addresses = {
        "List of threads": "/forum/",
        "List of threads, page 200": "/forum/?page=200",
        "A space": space.get_absolute_url(),
        "Unsolved on a theme": "/forum/?state=unsolved&theme=mapping",
        "Thread of 2,000 posts, first page": thread.get_absolute_url(),
        "Thread of 2,000 posts, last page": f"{thread.get_absolute_url()}?page=20",
        "Inbox": "/account/notices/",
        "Questions that wait": "/forum/waiting/",
    }
    jars = [cookies(person) for person in people[:20]]
    rows = []
    for name, path in addresses.items():
        for jar in jars:
            server.hub.get(path, jar)
        taken = sorted(server.hub.get(path, jar) for jar in jars * 5)
        words = f"p95 {share(taken, 0.95):.0f} ms, half {share(taken, 0.5):.0f} ms"
        rows.append((name, words, "p95 80 ms"))
    return rows


def sender(person: User, thread: Thread, times: int) -> Sender:
    """Somebody who answers in one thread, each time something else."""
    token = _get_new_csrf_string()
    bodies = [f"I would ring the school first, as in number {n}." for n in range(times)]
    return {
        "cookies": f"{cookies(person)}; csrftoken={token}",
        "path": f"/forum/threads/{thread.pk}/reply/",
        "status": 302,
        "holds": "",
        "forms": [{"csrfmiddlewaretoken": token, "body": body} for body in bodies],
    }


def posting(server: Server, people: list[User], seconds: int) -> Row:
    threads = Thread.objects.filter(slug__startswith="measured").order_by("-pk")[: len(people)]
    times = max(1, seconds // EVERY)
    senders = [sender(who, thread, times) for who, thread in zip(people, threads, strict=True)]
    taken = measured(server.hub.port, senders, EVERY)
    return (f"Posting, {len(people)} people each once in {EVERY} s", taken, "p95 120 ms")


def telling(server: Server, person: User) -> Row:
    """A post to a space that many follow: the answer, then the notices by one worker."""
    PostNews.objects.all().delete()
    Notice.objects.all().delete()
    thread = Thread.objects.filter(space=followed_space()).order_by("pk")[1]
    taken = measured(server.hub.port, [sender(person, thread, 1)], EVERY)
    begun = time.perf_counter()
    tell_followers.call()
    told = Notice.objects.filter(key__startswith="post ").count()
    seconds = time.perf_counter() - begun
    words = (
        f"{taken.split(',')[0].removeprefix('p95 ')} to post, {told:,} notices in {seconds:.1f} s"
    )
    return (f"A post to a space with {FOLLOWERS:,} followers", words, "1 min")


if __name__ == "__main__":
    main()
