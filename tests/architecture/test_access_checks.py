from tests.deep.access_checks import CHECKS
from tests.deep.mutation import occurrences


def test_each_access_check_that_is_taken_away_stands_in_the_source_once() -> None:
    assert {check.name: found for check in CHECKS if (found := occurrences(check)) != 1} == {}
