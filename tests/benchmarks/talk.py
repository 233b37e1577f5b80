"""People, spaces, threads and posts, written in bulk as the services would leave them."""

from datetime import UTC, datetime, timedelta

from hub.access.rules import rule
from hub.access.tokens import MEMBER, area_token
from hub.forum.markdown import render_markdown
from hub.forum.models import Post, Space, Thread
from hub.forum.services import save_space
from hub.forum.services.writing import thread_slug
from hub.pages.models.citation import Citation
from hub.taxonomy.models import AgencyType, Area
from hub.users.models import Profile, User
from tests.benchmarks.knowledge import Library
from tests.benchmarks.sizes import Sizes

FIRST_POST = datetime(2024, 2, 1, 8, tzinfo=UTC)
MINUTES = 1000 * 24 * 60
BATCH = 2000
# One post in so many is hidden by a moderator, and one thread in so many has no answer.
HIDDEN, UNANSWERED = 250, 12


def add_people(library: Library, sizes: Sizes) -> list[User]:
    """People who write and learn. Nobody can sign in as one of them."""
    agencies, areas = list(AgencyType.objects.all()), list(Area.objects.all())
    people = User.objects.bulk_create(
        User(email=f"person{n}@measured.example", name=f"Person {n}", password="!")
        for n in range(sizes.people)
    )
    Profile.objects.bulk_create(
        Profile(
            user=person,
            job_title=f"Worker {n}" if n % 3 else "",
            agency_type=agencies[n % len(agencies)],
            area=areas[n % len(areas)] if areas else None,
        )
        for n, person in enumerate(people)
    )
    return people


def add_spaces() -> list[Space]:
    """The spaces that are there, one open one, one for members and one for each area."""
    save_space(slug="measured-open", name="Anything else", order=7)
    save_space(slug="measured-members", name="Members only", order=8, rule=rule([MEMBER]))
    for area in Area.objects.all():
        token = area_token(area.pk)
        save_space(slug=f"measured-{area.slug}", name=area.name, order=9, rule=rule([token]))
    return list(Space.objects.all())


def add_threads(library: Library, people: list[User], sizes: Sizes) -> None:
    spaces = add_spaces()
    threads = [
        thread_between(library, people, spaces)
        for _ in range(sizes.threads - Thread.objects.count())
    ]
    lengths = replies_of_each(library, len(threads), sizes.posts - Post.objects.count())
    Thread.objects.bulk_create(threads, batch_size=BATCH)
    posts = [
        post
        for thread, replies in zip(threads, lengths, strict=True)
        for post in posts_of(library, thread, people, replies)
    ]
    Post.objects.bulk_create(posts, batch_size=BATCH)
    finish(library, threads, posts)


def thread_between(library: Library, people: list[User], spaces: list[Space]) -> Thread:
    chance = library.chance
    title = f"{library.writer.title(12)}?"
    moment = FIRST_POST + timedelta(minutes=chance.randrange(MINUTES))
    about = library.writer.some(library.citable, 2)
    return Thread(
        space=chance.choice(spaces),
        title=title,
        slug=thread_slug(title),
        author=chance.choice(people),
        created_at=moment,
        last_post_at=moment,
        about=[str(page.translation_key) for page in about],
    )


def replies_of_each(library: Library, threads: int, posts: int) -> list[int]:
    """How many replies each thread gets: a few threads are long, most are short, some have none."""
    weights = [
        0.0 if place % UNANSWERED == 0 else library.chance.paretovariate(1.6)
        for place in range(threads)
    ]
    replies = max(0, posts - threads)
    lengths = [int(replies * weight / sum(weights)) for weight in weights]
    for place in range(replies - sum(lengths)):
        lengths[(place * UNANSWERED + 1) % threads] += 1
    return lengths


def posts_of(library: Library, thread: Thread, people: list[User], replies: int) -> list[Post]:
    chance, posts, moment = library.chance, [], thread.created_at
    for number in range(1, replies + 2):
        body = library.writer.text(2, 6)
        if chance.random() < 0.3:
            body += f"\n\n- {library.writer.sentence()}\n- {library.writer.sentence()}"
        author = thread.author if number == 1 else chance.choice(people)
        hidden = moment if number > 1 and chance.randrange(HIDDEN) == 0 else None
        post = Post(thread=thread, number=number, author=author, body=body, created_at=moment)
        post.html, post.hidden_at = render_markdown(body), hidden
        posts.append(post)
        moment += timedelta(minutes=chance.randrange(2, 3000))
    return posts


def finish(library: Library, threads: list[Thread], posts: list[Post]) -> None:
    """What a thread says of its posts, its themes, and the rows that make it known as a user."""
    shown: dict[int, list[Post]] = {}
    for post in posts:
        if post.hidden_at is None:
            shown.setdefault(post.thread_id, []).append(post)
    through, labels, citations = Thread.themes.through, [], []
    for thread in threads:
        visible = shown[thread.pk]
        thread.reply_count = len(visible) - 1
        thread.last_post_at = visible[-1].created_at
        if len(visible) > 1 and library.chance.random() < 0.4:
            thread.accepted = visible[1]
        chosen = library.writer.some(library.themes, 2)
        labels += [through(thread_id=thread.pk, theme_id=theme.pk) for theme in chosen]
        citations += [
            Citation(source_kind="thread", source_id=thread.pk, target_key=key, order=order)
            for order, key in enumerate(thread.about)
        ]
    Thread.objects.bulk_update(threads, ["reply_count", "last_post_at", "accepted"], BATCH // 4)
    through.objects.bulk_create(labels, batch_size=BATCH)
    Citation.objects.bulk_create(citations, batch_size=BATCH)
