"""`make benchmark-search`: fills a throw-away database step by step and measures at each size."""

import argparse
import sys
import time
from functools import partial
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 - the apps come first
from django.db import connections  # noqa: E402

from search.engines.database.tables import ensure_tables  # noqa: E402
from search.evaluation.scratch import scratch_database  # noqa: E402
from tests.benchmarks.search.measure import Asked, Bench  # noqa: E402
from tests.benchmarks.search.memory import apart  # noqa: E402
from tests.benchmarks.search.questions import beginnings, questions  # noqa: E402
from tests.benchmarks.search.rows import Maker  # noqa: E402
from tests.benchmarks.search.table import PLACE, Row, line, put, report  # noqa: E402
from tests.benchmarks.table import machine, today  # noqa: E402

SIZES = (10_000, 20_000, 100_000, 300_000)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the search engine of the environment.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of entries")
    parser.add_argument("--seconds", type=int, default=20, help="for each number of clients")
    parser.add_argument("--print", action="store_true", help="leave SEARCH.md as it is")
    return parser.parse_args()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    chosen, busy = options(), machine()
    rows: list[Row] = []
    notes = [f"{today()}, {busy}. Command: `make benchmark-search`.", ""]
    with scratch_database() as using:
        engine, vendor = settings.SEARCH_ENGINE, connections[using].vendor
        name = vendor if engine == "database" else engine
        bench = Bench(engine, using, name, chosen.seconds)
        maker = Maker(using)
        asked = Asked(questions(maker.sentences), beginnings(maker.titles))
        for size in sorted(chosen.sizes):
            started = time.perf_counter()
            maker.fill(size)
            say(f"{size:,} entries, filled in {time.perf_counter() - started:.0f} s")
            taken, memory = apart(partial(ensure_tables, using, anew=True))
            notes.append(
                f"- {size:,} entries: {file_mb(using):.0f} MB on disk; "
                f"the index made anew in {taken:.0f} s with {memory:.0f} MB of memory."
            )
            for row in bench.rows(size, asked):
                rows.append(row)
                say(line(row))
    figures = report(rows, notes)
    say(figures)
    if not chosen.print:
        text = put(PLACE.read_text(encoding="utf-8"), name, figures)
        PLACE.write_text(text, encoding="utf-8")


def file_mb(using: str) -> float:
    return Path(connections[using].settings_dict["NAME"]).stat().st_size / 2**20


if __name__ == "__main__":
    main()
