"""Makes the measured hub in the database of the environment: DATABASE_URL and settings.

It migrates, loads the demonstration with its people, and adds up to the sizes of `sizes.py`.
Alone: `.venv/bin/python -m tests.benchmarks.generate --small`.
"""

import argparse
import sys
import time
from collections.abc import Callable

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - the apps come first
from wagtail.models import Page  # noqa: E402

from hub.core.statistics import refresh_statistics  # noqa: E402
from tests.benchmarks.filling import fill  # noqa: E402
from tests.benchmarks.sizes import FULL, SMALL  # noqa: E402

SEED = 2026


def timed(what: str, work: Callable[[], object]) -> None:
    started = time.monotonic()
    work()
    sys.stdout.write(f"{what}: {time.monotonic() - started:.0f} s\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description="Fill a hub of its own with much content.")
    parser.add_argument("--small", action="store_true", help="what a test needs, in seconds")
    options = parser.parse_args()
    timed("Migrated", lambda: call_command("migrate", verbosity=0))
    timed("Demonstration loaded", lambda: call_command("load_demo", verbosity=0))
    timed("Filled", lambda: fill(SMALL if options.small else FULL, SEED))
    refresh_statistics()
    problems = [found for found in Page.find_problems() if found]
    if problems:
        sys.exit(f"The page tree is unsound: {problems}")


if __name__ == "__main__":
    main()
