"""`make benchmark-search`: fills a throw-away database step by step and measures at each size."""

import argparse
import sys
import time

import django

django.setup()

from django.conf import settings  # noqa: E402 - the apps come first
from django.db import connections  # noqa: E402

from scripts.elasticsearch import SECONDS_TO_START, answers  # noqa: E402
from search.engines.current import DATABASE, ELASTIC  # noqa: E402
from search.engines.database.tables import ensure_tables  # noqa: E402
from search.evaluation.scratch import engine_over, scratch_database  # noqa: E402
from tests.benchmarks.search.measure import Asked, Bench  # noqa: E402
from tests.benchmarks.search.memory import Watch  # noqa: E402
from tests.benchmarks.search.place import (  # noqa: E402
    megabytes_on_disk,
    seconds_to_send,
    settle,
    without_index,
)
from tests.benchmarks.search.questions import beginnings, little_words, questions  # noqa: E402
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


def wait_for_elasticsearch() -> None:
    """Raises RuntimeError after three minutes without an answer."""
    until = time.monotonic() + SECONDS_TO_START
    while not all(answers(url) for url in settings.ELASTICSEARCH_URLS):
        if time.monotonic() > until:
            raise RuntimeError("Elasticsearch does not answer at ELASTICSEARCH_URLS")
        time.sleep(0.5)


def main() -> None:
    chosen, busy = options(), machine()
    if settings.SEARCH_ENGINE == ELASTIC:
        wait_for_elasticsearch()
    rows: list[Row] = []
    notes = [f"{today()}, {busy}. Command: `make benchmark-search`.", ""]
    with scratch_database() as using:
        engine, vendor = settings.SEARCH_ENGINE, connections[using].vendor
        name = vendor if engine == DATABASE else engine
        maker = Maker(using)
        asked = Asked(questions(maker.sentences), little_words(), beginnings(maker.titles))
        for size in sorted(chosen.sizes):
            without_index(using)
            maker.fill(size)
            say(f"{size:,} entries")
            watch = Watch()
            if engine == DATABASE:
                ensure_tables(using, anew=True)
            with engine_over(engine, using) as fresh:
                notes.append(note(size, watch, using))
                settle(engine, using)
                for row in Bench(fresh, name, chosen.seconds).rows(size, asked):
                    rows.append(row)
                    say(line(row))
                if engine == ELASTIC:
                    notes.append(sent(size, seconds_to_send(fresh.indices, using)))
    figures = report(rows, notes)
    say(figures)
    if not chosen.print:
        text = put(PLACE.read_text(encoding="utf-8"), name, figures)
        PLACE.write_text(text, encoding="utf-8")


def note(size: int, watch: Watch, using: str) -> str:
    """What it took to make the index of all entries anew."""
    seconds, memory = watch.seconds, watch.megabytes
    return (
        f"- {size:,} entries: the index made anew in {seconds:.0f} s, "
        f"{size / seconds:,.0f} entries a second, with {memory:.0f} MB of memory here; "
        f"the database takes {megabytes_on_disk(using):,.0f} MB on disk."
    )


def sent(size: int, seconds: float) -> str:
    """What it took to send them all again, without what else a rebuild does."""
    return (
        f"- {size:,} entries sent again, after all that was asked: {seconds:.0f} s, "
        f"{size / seconds:,.0f} entries a second."
    )


if __name__ == "__main__":
    main()
