"""What is measured: for each kind of page several addresses, so that no single one is lucky."""

import random
from dataclasses import dataclass
from urllib.parse import quote_plus

from django.db.models import QuerySet
from django.urls import reverse

from courses.enums import QuizKind
from courses.models import Attempt, CoursePage
from hub.access.pages import readable_pages
from hub.access.readers import ANONYMOUS
from hub.forum.models import Thread
from hub.guidance.models import GuidancePage
from hub.legislation.models import ProvisionPage
from hub.users.models import User
from tests.benchmarks.teaching import sit_quiz

SOME = 20
STEPS = 3
SEARCHES = (
    "county lines",
    "what do i do when a child is missing",
    "closure order tenant cuckooing",
    "section 45 defence",
    "information sharing agreement between agencies",
    "knife crime school exclusion",
    "referral threshold social care",
    "who can use a slavery and trafficking risk order",
    "debt bondage",
    "exploitaton of children",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """`aim_ms` is for the middle of all times, `aim_rate` for requests a second."""

    name: str
    paths: tuple[str, ...]
    aim_ms: int
    aim_rate: int
    signed_in: bool = False


def measured(learner: User) -> list[Measured]:
    """Every page measured. Starts the learner's quiz where that has not happened."""
    chance = random.Random(1)
    guidance = readable_pages(GuidancePage.objects.all(), ANONYMOUS)
    provisions = readable_pages(ProvisionPage.objects.all(), ANONYMOUS)
    threads = Thread.objects.visible().readable_by(ANONYMOUS)
    courses = readable_pages(CoursePage.objects.filter(quizzes__kind=QuizKind.FINAL), ANONYMOUS)
    lists = ("/guidance/", "/guidance/?page=7", "/guidance/?theme=mapping")
    forum = ("/forum/", "/forum/?page=9", "/forum/?state=unanswered")
    return [
        Measured("Home", ("/",), 20, 45),
        Measured("List of guidance", lists, 20, 45),
        Measured("List of threads", forum, 20, 45),
        Measured("Guidance page", some(guidance, chance), 15, 65),
        Measured("Provision", some(provisions, chance), 15, 65),
        Measured("Thread", some(threads, chance), 15, 65),
        Measured("Course", some(courses, chance), 15, 65),
        Measured("Quiz step", quiz_steps(learner, courses.first()), 15, 65, signed_in=True),
        Measured("Search", tuple(f"/search/?q={quote_plus(q)}" for q in SEARCHES), 25, 38),
    ]


def some(things: QuerySet, chance: random.Random) -> tuple[str, ...]:
    """The addresses of a few of them, the same each time."""
    ids = list(things.order_by("pk").values_list("pk", flat=True))
    chosen = things.filter(pk__in=chance.sample(ids, min(SOME, len(ids)))).order_by("pk")
    return tuple(address_of(thing) for thing in chosen)


def address_of(thing: object) -> str:
    return thing.get_absolute_url() if isinstance(thing, Thread) else thing.url


def quiz_steps(learner: User, course: CoursePage) -> tuple[str, ...]:
    attempt = Attempt.objects.of(learner.pk).open().first() or sit_quiz(learner, course)
    return tuple(
        reverse("courses:question", args=[attempt.code, order]) for order in range(1, STEPS + 1)
    )
