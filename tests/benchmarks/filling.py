"""Fills a migrated hub with as much content as a large one has."""

import random

from django.core.management import call_command
from django.db import transaction

from search.sync.capture import capture
from tests.benchmarks.closing import close_some
from tests.benchmarks.knowledge import Library, add_guidance, add_law
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.talk import add_people, add_threads
from tests.benchmarks.teaching import add_courses, add_learners
from tests.benchmarks.words import Writer


def fill(sizes: Sizes, seed: int) -> None:
    """Adds what is missing, search rows included. The same seed gives the same hub.

    Pages are published one by one, so that their tree, citations and references are what the CMS
    makes of them; people, threads and posts are written in bulk.
    """
    library = Library(Writer(random.Random(seed)))
    with capture():
        add_law(library, sizes)
        add_guidance(library, sizes)
        courses = add_courses(library, sizes)
        close_some(sizes)
    with transaction.atomic():
        people = add_people(library, sizes)
        add_learners(library, people, courses)
        add_threads(library, people, sizes)
    call_command("search_rebuild", verbosity=0)
