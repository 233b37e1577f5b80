"""Each page that is measured asks the database at most fifteen questions, closed content about.

A search may ask two more: whether a word that looks misspelt is held by anything, and the row
that says what was searched for.
"""

import pytest

from hub.users.models import User
from tests.benchmarks.addresses import Measured, measured
from tests.benchmarks.queries import most_queries
from tests.factories.people import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
MOST_QUERIES = 15
# A course has workshops beside what every page has.
MORE = {"Search": 4, "Course": 1}
NAMES = (
    "Home",
    "List of guidance",
    "List of threads",
    "Guidance page",
    "Provision",
    "Thread",
    "Course",
    "Quiz step",
    "Search",
)


@pytest.fixture(scope="module")
def learner(filled: None) -> User:
    return UserFactory()


@pytest.fixture
def pages(learner: User) -> dict[str, Measured]:
    return {page.name: page for page in measured(learner)}


def test_every_page_of_the_table_is_counted(pages: dict[str, Measured]) -> None:
    assert tuple(pages) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_measured_page_costs_few_queries(
    pages: dict[str, Measured], learner: User, name: str
) -> None:
    page = pages[name]
    most = MOST_QUERIES + MORE.get(name, 0)
    assert most_queries(page.paths, learner if page.signed_in else None) <= most
