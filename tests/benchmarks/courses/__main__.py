"""`make benchmark-courses`: a hub with many learners on PostgreSQL, and what it takes to learn."""

import argparse
import os
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.middleware.csrf import _get_new_csrf_string  # noqa: E402

from courses.analysis.questions import question_figures  # noqa: E402
from courses.models import Attempt, AttemptItem, CoursePage, LessonView, Quiz  # noqa: E402
from courses.scope import scope_of  # noqa: E402
from courses.services.attempts import start_attempt  # noqa: E402
from hub.access.readers import reader_for  # noqa: E402
from hub.users.models import User  # noqa: E402
from tests.benchmarks.client import share  # noqa: E402
from tests.benchmarks.courses.world import LEAD, Sizes, make  # noqa: E402
from tests.benchmarks.crowd import cookies, first_people  # noqa: E402
from tests.benchmarks.open_loop import Sender, measured  # noqa: E402
from tests.benchmarks.server import Server, served  # noqa: E402
from tests.benchmarks.table import machine, put, today  # noqa: E402

PLACE = Path(__file__).parents[1] / "COURSES.md"
LEARNERS, EVERY = 100, 10


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure courses and write COURSES.md.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--seconds", type=int, default=60, help="of a hundred learners answering")
    parser.add_argument(
        "--share", type=float, default=1, help="of the people and answers, such as 0.1"
    )
    parser.add_argument("--print", action="store_true", help="leave COURSES.md as it is")
    return parser.parse_args()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    chosen = options()
    part = chosen.share
    sizes = Sizes(int(200 * part), int(20_000 * part), int(50_000 * part), int(1_000_000 * part))
    call_command("migrate", verbosity=0)
    begun = time.perf_counter()
    make(sizes)
    say(f"Made in {time.perf_counter() - begun:.0f} s")
    rows = [analysis()]
    people = first_people(LEARNERS)
    with served(chosen.port, {}, workers=2) as server:
        rows += [saving(server, people, chosen.seconds), *pages(server, people), report(server)]
    lines = [f"{today()}, {machine()}. Command: `make benchmark-courses`.", "", *table(sizes, rows)]
    text = "\n".join(lines)
    say(text)
    if not chosen.print:
        PLACE.write_text(put(PLACE.read_text(encoding="utf-8"), text), encoding="utf-8")


Row = tuple[str, str, str]


def table(sizes: Sizes, rows: list[Row]) -> list[str]:
    held = (
        f"{sizes.courses:,} courses, {sizes.questions:,} questions, {sizes.learners:,} learners, "
        f"{sizes.answers:,} answers handed in, PostgreSQL that writes to disk, two workers."
    )
    head = ["| What | Taken | Aim |", "|---|---|---|"]
    return [held, "", *head, *(f"| {what} | {taken} | {aim} |" for what, taken, aim in rows)]


def learner(person: User, times: int) -> Sender:
    """An attempt under way and what the page of its first question would send."""
    course = CoursePage.objects.started_by(person.pk).first()
    quiz = course.final_quiz()
    Attempt.objects.filter(person=person, quiz=quiz, passed=True).update(passed=False)
    attempt = start_attempt(reader=reader_for(person), quiz=quiz)
    item = AttemptItem.objects.select_related("question_version").get(attempt=attempt, order=1)
    token, options = _get_new_csrf_string(), cycle(item.question_version.data["options"])
    keeps = {"csrfmiddlewaretoken": token, "then": "keep", "seen": ""}
    return {
        "cookies": f"{cookies(person)}; csrftoken={token}",
        "path": f"/learning/quizzes/{attempt.code}/1/",
        "status": 200,
        "holds": "stamp",
        "forms": [
            {**keeps, "answer": option["id"], "stamp": f"measured.{number}"}
            for number, option in zip(range(1, times + 1), options)  # noqa: B905 the options go round
        ],
    }


def saving(server: Server, people: list[User], seconds: int) -> Row:
    senders = [learner(person, int(seconds / EVERY)) for person in people]
    taken = measured(server.hub.port, senders, EVERY)
    return (f"Saving an answer, {LEARNERS} learners each once in {EVERY} s", taken, "p95 80 ms")


def pages(server: Server, people: list[User]) -> list[Row]:
    """Of twenty people, each their own course and their own list."""
    rows = []
    addresses: list[tuple[str, Callable[[User], str]]] = [
        ("Course page", lambda person: CoursePage.objects.started_by(person.pk).first().url),
        ("A lesson", lambda person: LessonView.objects.of(person.pk).first().lesson.url),
        ("My learning", lambda _person: "/learning/"),
        ("Learning record", lambda _person: "/learning/record/"),
    ]
    for name, address in addresses:
        visits = [(address(person), cookies(person)) for person in people[:20]]
        for path, jar in visits:
            server.hub.get(path, jar)
        taken = sorted(server.hub.get(path, jar) for path, jar in visits * 5)
        words = f"p95 {share(taken, 0.95):.0f} ms, half {share(taken, 0.5):.0f} ms"
        rows.append((name, words, "p95 100 ms"))
    return rows


def report(server: Server) -> Row:
    """Who has done what, coverage and the table to take away, of everybody whom one lead leads."""
    lead = User.objects.get(email=LEAD)
    people = scope_of(reader_for(lead)).people().count()
    jar = cookies(lead, second_factor=True)
    taken = {}
    for name, path in (("page", "people/"), ("table", "people/file/"), ("coverage", "coverage/")):
        server.hub.get(f"/learning/{path}", jar)
        taken[name] = share(sorted(server.hub.get(f"/learning/{path}", jar) for _ in range(9)), 0.5)
    words = ", ".join(f"{name} {number:.0f} ms" for name, number in taken.items())
    return (f"Lead's report over {people:,} people", words, "1 s")


def analysis() -> Row:
    """Of the quiz that most answers were handed in to."""
    quiz = Quiz.objects.filter(title__startswith="Measured").earliest("pk")
    number = AttemptItem.objects.filter(attempt__quiz=quiz).count()
    begun = time.perf_counter()
    question_figures(quiz)
    taken = time.perf_counter() - begun
    return (f"Figures of a quiz with {number:,} answers", f"{taken:.1f} s", "5 s for 100,000")


if __name__ == "__main__":
    main()
