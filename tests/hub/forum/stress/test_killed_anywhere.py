"""No acknowledged post is lost or there twice, and each reader is told once, whoever is killed."""

from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from random import Random

import pytest
from pytest_django.fixtures import Settings

from hub.forum.models import Case, Event, HeldPhrase, Poll, Post, PostNews
from hub.notices.models import Mail, Notice
from tests.hub.forum.stress.chain import Chain, Written, followers_of
from tests.search.sync.oracle import faults

pytestmark = pytest.mark.django_db(transaction=True)

STEPS = 12
# The first tenth is for every run, the rest for `make test-deep`.
SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(1, 10))]


@pytest.fixture
def letterbox(settings: Settings, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    return tmp_path


def letters_in(letterbox: Path) -> Iterator[Message]:
    for file in sorted(letterbox.iterdir()):
        for letter in file.read_bytes().split(b"-" * 79 + b"\n"):
            if letter.strip():
                yield message_from_bytes(letter)


def wrong_posts(chain: Chain) -> Iterator[str]:
    """Lost, doubled, still hidden, or without the poll or event that they were sent with."""
    bodies = Counter(Post.objects.filter(thread__space=chain.space).values_list("body", flat=True))
    for made in chain.written:
        if bodies[made.body] != 1:
            yield f"{made.body} is there {bodies[made.body]} times"
    if len(bodies) != len(chain.written):
        yield "there are posts that nobody wrote"
    for post in Post.objects.filter(thread__space=chain.space).exclude(hidden_at=None):
        yield f"{post.body} is still hidden"
    for thread in chain.space.threads.all():
        kept = {"poll": Poll, "event": Event}.get(thread.kind)
        if kept and not kept.objects.filter(thread=thread).exists():
            yield f"{thread} has lost its {thread.kind}"


def wrong_notices(chain: Chain) -> Iterator[str]:
    """Who wasn't told, or was told of one thing twice."""
    for made in chain.written:
        post = Post.objects.get(body=made.body)
        told = told_of(f"post {post.pk}")
        moved = told_of(f"post {post.pk} 2") if made.is_moved else Counter()
        if too_often := [pk for each in (told, moved) for pk, n in each.items() if n > 1]:
            yield f"{too_often} were told twice of {made.body}"
        yield from missing(chain, made, post, told, moved)
    held = sum(made.approved for made in chain.written)
    yield from counted("A post waits for a moderator", held)
    yield from counted("A moderator approved your post", held)
    if Case.objects.filter(decided_at=None).exists() or Case.objects.count() != held:
        yield "a case is open, or there are too many"
    if PostNews.objects.exists():
        yield "somebody is still to be told"


def told_of(key: str) -> Counter[int]:
    return Counter(Notice.objects.filter(key=key).values_list("person_id", flat=True))


def missing(
    chain: Chain, made: Written, post: Post, told: Counter[int], moved: Counter[int]
) -> Iterator[str]:
    followers = followers_of(post.thread) - {post.author_id}
    if made.is_moved and not followers <= set(moved):
        yield f"{followers - set(moved)} don't know of another place of {made.title}"
    if not made.is_first and not followers <= set(told):
        yield f"{followers - set(told)} don't know of {made.body}"
    about = Notice.objects.filter(person=chain.of_space, object_id=post.thread_id, kind="thread")
    if not about.exists():
        yield f"who follows the space doesn't know of {post.thread}"


def counted(text: str, expected: int) -> Iterator[str]:
    found = Notice.objects.filter(text__startswith=text).count()
    if found != expected:
        yield f"“{text}” was said {found} times, not {expected}"


def wrong_mails(chain: Chain, letterbox: Path) -> Iterator[str]:
    """Mail that was lost, or told of one notice in two mails.

    A server that took a mail before the kill gets the same again, under the same id: no more often
    than somebody was killed.
    """
    letters = list(letters_in(letterbox))
    ids = Counter(letter["Message-ID"] for letter in letters)
    if len(ids) != Mail.objects.exclude(sent_at=None).count():
        yield f"{len(ids)} mails arrived, and others are marked as sent"
    if len(letters) - len(ids) > chain.kills:
        yield "mails came again without a kill"
    if waiting := Notice.objects.to_mail().count() + Mail.objects.exclude(due_at=None).count():
        yield f"{waiting} notices or mails still wait"
    yield from told_elsewhere({letter["Message-ID"]: letter for letter in letters})


def told_elsewhere(letters: dict[str, Message]) -> Iterator[str]:
    """A mail names the newest notice of a thread and counts the others of it."""
    texts = {number_of(letter): text_of(letter) for letter in letters.values()}
    whose = {number_of(letter): letter["To"] for letter in letters.values()}
    for notice in Notice.objects.filter(key__startswith="post ").exclude(mail=None):
        mine = {pk for pk, person in whose.items() if person == notice.person.email}
        naming = {pk for pk in mine if notice.text in texts[pk]}
        if not naming <= {notice.mail_id} or notice.mail_id not in mine:
            yield f"“{notice.text}” stood in {naming} to {notice.person_id}, not {notice.mail_id}"
        elif not naming and "more notice" not in texts[notice.mail_id]:
            yield f"“{notice.text}” is neither named nor counted"
    if unsent := Notice.objects.filter(key__startswith="post ", mail=None).count():
        yield f"{unsent} notices were never put into a mail"


def number_of(letter: Message) -> int:
    return int(letter["Message-ID"].removeprefix("<notices-").partition("@")[0])


def text_of(letter: Message) -> str:
    payload = letter.get_payload(decode=True)
    return " ".join(bytes(payload).decode().split())


@pytest.mark.parametrize("seed", SEEDS)
def test_each_post_is_there_once_found_and_told_of_once(seed: int, letterbox: Path) -> None:
    HeldPhrase.objects.create(phrase="meet me at", why="People offer to meet children.")
    chain = Chain(Random(seed))
    for _ in range(STEPS):
        chain.step()
        assert faults() == [], f"{seed}: {chain.done}"
    chain.settle()
    wrong = [
        *chain.halves,
        *wrong_posts(chain),
        *wrong_notices(chain),
        *wrong_mails(chain, letterbox),
        *faults(),
    ]
    assert wrong == [], f"{seed}: {chain.done}"
    assert chain.kills > STEPS / 2
