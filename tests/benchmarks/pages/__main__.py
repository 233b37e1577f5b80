"""`make benchmark-knowledge`: many pages with many versions, and what it takes to read them."""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from hub.access.enums import Role  # noqa: E402
from hub.legislation.powers.enums import Problem  # noqa: E402
from hub.taxonomy.models import AgencyType  # noqa: E402
from hub.upkeep.models import Change  # noqa: E402
from tests.benchmarks.client import share  # noqa: E402
from tests.benchmarks.crowd import cookies  # noqa: E402
from tests.benchmarks.pages.world import (  # noqa: E402
    Sizes,
    copied,
    make,
    most_cited,
    open_ripple,
    versions_of,
)
from tests.benchmarks.server import Server, served  # noqa: E402
from tests.benchmarks.table import compared, machine, put, today  # noqa: E402
from tests.factories.people import UserFactory, with_role  # noqa: E402

PLACE = Path(__file__).parents[1] / "KNOWLEDGE.md"
AIM = "p95 100 ms"
ROUNDS = 4


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the pages and write KNOWLEDGE.md.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--share", type=float, default=1, help="of all pages, such as 0.1")
    parser.add_argument("--print", action="store_true", help="leave KNOWLEDGE.md as it is")
    return parser.parse_args()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    chosen = options()
    sizes = Sizes(pages=int(20_000 * chosen.share), citations=int(200_000 * chosen.share))
    call_command("migrate", verbosity=0)
    begun = time.perf_counter()
    make(sizes)
    say(f"Made in {time.perf_counter() - begun:.0f} s")
    change = open_ripple()
    with served(chosen.port, {}, workers=2) as server:
        rows = list(measured(server, change))
    before = PLACE.read_text(encoding="utf-8")
    held = (
        f"{sizes.pages:,} pages with {sizes.versions} versions each and {sizes.citations:,} "
        "citations, PostgreSQL, two workers."
    )
    head = f"{today()}, {machine()}. Command: `make benchmark-knowledge`."
    text = "\n".join([head, "", held, "", *compared(rows, before)])
    say(text)
    if not chosen.print:
        PLACE.write_text(put(before, text), encoding="utf-8")


def measured(server: Server, change: Change) -> Iterator[tuple[str, str, str]]:
    """What members read, and what reviewers do with versions; nobody is served what was kept."""
    member = cookies(UserFactory())
    reviewer = cookies(with_role(UserFactory(), Role.REVIEWER), second_factor=True)
    for jar, name, paths in (*reading(member), *keeping(reviewer), *rippling(reviewer, change)):
        for path in paths:
            server.hub.get(path, jar)
        taken = sorted(server.hub.get(path, jar) for path in paths * ROUNDS)
        yield (
            name,
            f"p95 {share(taken, 0.95):.0f} ms, half {share(taken, 0.5):.0f} ms",
            AIM,
        )


def reading(jar: str) -> Iterator[tuple[str, str, list[str]]]:
    yield jar, "A page", [page.url for page in copied()]
    yield jar, "A provision that thousands of pages rest on", [most_cited().url] * 25
    for name, query in (
        ("List of guidance", ""),
        ("List of guidance, page 300", "?page=300"),
        ("List of guidance on a theme", "?theme=mapping"),
    ):
        yield jar, name, [f"/guidance/{query}"] * 25
    finder = "/legislation/powers/?exploited=unsure&read=yes&about=child&where=england"
    asked = product(AgencyType.objects.values_list("slug", flat=True), Problem.values)
    yield jar, "Powers finder", [f"{finder}&who={who}&problem={what}" for who, what in asked]


def keeping(jar: str) -> Iterator[tuple[str, str, list[str]]]:
    addresses = [(f"/cms/upkeep/{page.pk}/versions/", versions_of(page)) for page in copied()]
    yield jar, "Versions of a page", [path for path, _versions in addresses]
    yield (
        jar,
        "Two neighbouring versions compared",
        [f"{path}?from={known[1]}&to={known[0]}" for path, known in addresses],
    )
    yield jar, "History in the CMS", [f"/cms/pages/{page.pk}/history/" for page in copied()]


def rippling(jar: str, change: Change) -> Iterator[tuple[str, str, list[str]]]:
    some = [most_cited(), *copied()]
    yield jar, "What rests on what", [f"/pages/{page.pk}/rests-on/" for page in some]
    yield jar, "Ripples", ["/cms/ripples/"] * 25
    ripple = f"/cms/ripples/{change.pk}/"
    yield jar, "A ripple", [ripple] * 25
    yield jar, "A ripple, further out", [f"{ripple}?show=far"] * 25
    yield jar, "Gaps", ["/cms/gaps/"] * 25


if __name__ == "__main__":
    main()
