"""Serves the hub of the environment, measures it and writes the README's table."""

import argparse
import os
import sys
from collections.abc import Sequence

import django

django.setup()

from django.conf import settings  # noqa: E402 - the apps come first

from hub.users.models import User  # noqa: E402
from tests.benchmarks.addresses import Measured, measured  # noqa: E402
from tests.benchmarks.client import share  # noqa: E402
from tests.benchmarks.queries import most_queries  # noqa: E402
from tests.benchmarks.server import Memory, Server, served  # noqa: E402
from tests.benchmarks.table import README, Row, machine, put, report, today  # noqa: E402

LEARNER = "learner@demo.example"
# Pages that anybody may read and that the page cache keeps.
CACHED = ("Home", "List of guidance", "Guidance page")


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the hub and write the table.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--requests", type=int, default=200, help="of one client, for each page")
    parser.add_argument("--seconds", type=int, default=8, help="of eight clients, for each page")
    parser.add_argument("--print", action="store_true", help="leave the README as it is")
    return parser.parse_args()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def measure(server: Server, page: Measured, learner: User, chosen: argparse.Namespace) -> Row:
    hub = server.hub
    cookies = hub.sign_in(LEARNER, settings.DEMO_PASSWORD) if page.signed_in else ""
    hub.times(page.paths, len(page.paths), cookies)
    before = server.computed()
    times = hub.times(page.paths, chosen.requests, cookies)
    computed = (server.computed() - before) / (chosen.requests + len(page.paths))
    row = Row(
        name=page.name,
        p50=share(times, 0.5),
        p95=share(times, 0.95),
        computed=computed,
        queries=most_queries(page.paths, learner if page.signed_in else None),
        rate=hub.rate(page.paths, chosen.seconds, cookies),
        aim_ms=page.aim_ms,
        aim_rate=page.aim_rate,
    )
    say(f"{row.name}: {row.p50:.1f} ms, {row.queries} queries, {row.rate:.0f} a second")
    return row


def cached_rates(port: int, pages: Sequence[Measured], seconds: int) -> list[tuple[str, float]]:
    """Requests a second with the page cache on, once it holds the pages.

    Filtered lists and their further pages are left out: the cache keeps no address with a query.
    """
    kept = {page.name: tuple(path for path in page.paths if "?" not in path) for page in pages}
    with served(port, {"HUB_PAGE_CACHE": "on"}) as server:
        for paths in kept.values():
            server.hub.times(paths, len(paths))
        return [(name, server.hub.rate(paths, seconds)) for name, paths in kept.items()]


def notes(memory: Memory, busy: str) -> list[str]:
    return [
        f"{today()}, {busy}. Command: `make benchmark`.",
        "",
        f"Memory of the worker afterwards: {memory.proportional:.0f} MB with its share of what it "
        f"has in common with the process it was forked from, {memory.resident:.0f} MB with all of "
        "it. Aim: 180 MB.",
    ]


def main() -> None:
    chosen = options()
    busy = machine()
    learner = User.objects.get(email=LEARNER)
    pages = measured(learner)
    say(busy)
    with served(chosen.port, {"HUB_PAGE_CACHE": "off"}) as server:
        rows = [measure(server, page, learner, chosen) for page in pages]
        memory = server.memory()
    kept = [page for page in pages if page.name in CACHED]
    cached = cached_rates(chosen.port, kept, chosen.seconds)
    figures = report(rows, cached, notes(memory, busy))
    say(figures)
    if not chosen.print:
        README.write_text(put(README.read_text(encoding="utf-8"), figures), encoding="utf-8")


if __name__ == "__main__":
    main()
