import pytest

from hub.legislation.models import OfficialEffect
from hub.legislation.touching import touches


def touched(path: str, *places: tuple[str, str]) -> bool:
    return touches(OfficialEffect(places=[list(place) for place in places]), path)


@pytest.mark.parametrize(
    ("path", "first", "last", "is_touched"),
    [
        ("section/45", "section/45/2/f", "section/45/2/f", True),
        ("section/45", "section/45", "section/45", True),
        ("section/45", "section/45A", "section/45A", False),
        ("section/45", "section/44", "section/46", True),
        ("section/45A", "section/44", "section/46", True),
        ("section/47", "section/44", "section/46", False),
        ("section/9", "section/10", "section/12", False),
        ("schedule/4/paragraph/3", "schedule/4", "schedule/4", True),
        ("schedule/4/paragraph/3", "schedule/4/paragraph/2", "schedule/4/paragraph/5", True),
        ("schedule/4/paragraph/6", "schedule/4/paragraph/2", "schedule/4/paragraph/5", False),
        ("schedule/3/paragraph/3", "schedule/4/paragraph/2", "schedule/4/paragraph/5", False),
    ],
)
def test_a_change_touches_the_place_and_what_is_between(
    path: str, first: str, last: str, is_touched: bool
) -> None:
    assert touched(path, (first, last)) is is_touched


def test_a_change_of_the_whole_touches_everything() -> None:
    assert touched("section/45")
