import pytest
from django.http import Http404

from hub.core.missing import found


def test_what_a_look_up_did_not_find_is_missing() -> None:
    with pytest.raises(Http404):
        found(None)


def test_what_counts_as_false_is_found_all_the_same() -> None:
    assert found(0) == 0
