"""A forum that many people have written in, made in bulk from a seed, on PostgreSQL.

Spaces are made as the hub makes them; threads and posts are written by the database itself, row by
row the same for the same sizes.
"""

import random
from dataclasses import dataclass

from django.db import connection

from hub.access.rules import EVERYONE, rule
from hub.access.tokens import MEMBER
from hub.forum.markdown import render_markdown
from hub.forum.models import Space, Thread
from hub.forum.services import save_space
from hub.notices.enums import Category
from hub.notices.models import Notice, Subscription
from tests.benchmarks.crowd import add_people, first_people
from tests.benchmarks.words import Writer

SPACES, TEXTS = 20, 400
# The first thread is the long one, the first space the one that many follow.
LONG, FOLLOWERS = 2000, 5000
READERS, INBOX = 50, 300


@dataclass(frozen=True, slots=True)
class Sizes:
    threads: int = 20_000
    posts: int = 500_000
    people: int = 50_000


# Numbered from nought: rows that carry an array of everybody would fill the disk.
PEOPLE = """
CREATE TEMPORARY TABLE measured_people AS
SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM users_user
WHERE email LIKE 'measured%%'
"""
# A thread every twenty minutes, the first one the newest.
THREADS = """
WITH spaces AS (
  SELECT array_agg(id ORDER BY id) AS ids FROM forum_space WHERE slug LIKE 'measured%%'
)
INSERT INTO forum_thread (space_id, kind, title, slug, author_id, created_at, last_post_at,
  reply_count, about, is_imported, lock_reason)
SELECT spaces.ids[1 + n %% cardinality(spaces.ids)], 'question', (%s::text[])[1 + n %% {texts}],
  'measured-' || n, people.id, asked, asked, 0, '[]', false, ''
FROM generate_series(0, %s - 1) AS n
JOIN measured_people people ON people.place = n * 7 %% {people}
CROSS JOIN spaces,
  LATERAL (SELECT now() - n * interval '20 minutes' - interval '3 days' AS asked) AS moment
"""
POSTS = """
INSERT INTO forum_post (thread_id, number, author_id, by_asker, official_as, vote_count, body, html,
  cited, version, created_at, hidden_reason, is_imported, is_announced)
SELECT thread.id, number,
  CASE WHEN number = 1 THEN thread.author_id ELSE people.id END,
  number = 1, '', (thread.id + number) %% 5, texts.body, texts.html, '[]', 1,
  thread.created_at + number * interval '1 minute', '',
  false, true
FROM forum_thread thread
JOIN LATERAL (
  SELECT generate_series(1, CASE WHEN thread.slug = 'measured-0' THEN {long} ELSE %s END) AS number
) AS numbers ON true
JOIN (
  SELECT place - 1 AS place, body, (%s::text[])[place] AS html
  FROM unnest(%s::text[]) WITH ORDINALITY AS written(body, place)
) AS texts ON texts.place = (thread.id + number) %% {texts}
JOIN measured_people people ON people.place = (thread.id * 31 + number * 17) %% {people}
WHERE thread.slug LIKE 'measured%%'
"""
COUNTS = """
UPDATE forum_thread thread SET reply_count = posts.number - 1, last_post_at = posts.last
FROM (
  SELECT thread_id, count(*) AS number, max(created_at) AS last FROM forum_post GROUP BY thread_id
) AS posts
WHERE posts.thread_id = thread.id AND thread.slug LIKE 'measured%%'
"""
# Each reader has read the beginning of every fourth thread.
READ = """
INSERT INTO forum_readposition (thread_id, person_id, number)
SELECT thread.id, people.id, 10 FROM forum_thread thread, (
  SELECT id FROM users_user WHERE email LIKE 'measured%%' ORDER BY id LIMIT %s
) AS people
WHERE thread.slug LIKE 'measured%%' AND thread.id %% 4 = 0
"""


def make(sizes: Sizes, seed: int = 1) -> None:
    """A few minutes."""
    writer = Writer(random.Random(seed))
    add_people(sizes.people)
    add_spaces(writer)
    titles = [writer.title(10)[:150] for _ in range(TEXTS)]
    bodies = [writer.text(2, 8) for _ in range(TEXTS)]
    each = (sizes.posts - LONG) // (sizes.threads - 1)
    held = {"people": sizes.people, "texts": TEXTS, "long": LONG}
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, [])
        cursor.execute(THREADS.format(**held), [titles, sizes.threads])
        cursor.execute(
            POSTS.format(**held), [each, [render_markdown(body) for body in bodies], bodies]
        )
        cursor.execute(COUNTS, [])
        cursor.execute(READ, [READERS])
        add_followers()
        fill_inboxes()
        cursor.execute("ANALYZE")


def add_spaces(writer: Writer) -> None:
    """Every other one for members alone."""
    for number in range(SPACES):
        save_space(
            slug=f"measured-{number:02}",
            name=writer.title(4)[:120],
            order=number,
            rule=rule([MEMBER]) if number % 2 else EVERYONE,
        )


def add_followers() -> None:
    space = followed_space()
    Subscription.objects.bulk_create(
        Subscription(person=person, kind="space", object_id=space.pk)
        for person in first_people(FOLLOWERS)
    )


def fill_inboxes() -> None:
    threads = list(Thread.objects.filter(slug__startswith="measured").order_by("pk")[:INBOX])
    Notice.objects.bulk_create(
        Notice(
            person=person,
            category=Category.FOLLOWED,
            text=f"Person {number} replied to “{thread.title}”",
            url=thread.get_absolute_url(),
            kind="thread",
            object_id=thread.pk,
        )
        for person in first_people(READERS)
        for number, thread in enumerate(threads)
    )


def followed_space() -> Space:
    return Space.objects.get(slug="measured-00")


def long_thread() -> Thread:
    return Thread.objects.get(slug="measured-0")
