"""Which official provisions a page of ours is about."""

import pytest

from hub.legislation.resting import order_of, scope_of

SITE = "https://www.legislation.gov.uk/ukpga/2015/30/"


def covers(label: str, part: str, path: str, within: str = "") -> bool:
    scope = scope_of(SITE + part, label)
    return scope is not None and scope.covers(path, within)


@pytest.mark.parametrize(
    ("label", "part", "path", "is_covered"),
    [
        ("Section 45", "section/45", "section/45", True),
        ("Section 45", "section/45", "section/45A", False),
        ("Section 45", "section/45/1", "section/45", True),
        ("Section 80A", "section/80A", "section/80A", True),
        ("Sections 26, 36 and 38", "section/26", "section/36", True),
        ("Sections 26, 36 and 38", "section/26", "section/37", False),
        ("Sections 14 to 23", "section/14", "section/20", True),
        ("Sections 14 to 23", "section/14", "section/20A", True),
        ("Sections 14 to 23", "section/14", "section/24", False),
        ("Sections 14 to 23", "", "section/20", True),
        ("Section 4", "section/4", "schedule/1/paragraph/4", False),
        ("Schedule 1", "schedule/1", "schedule/1/paragraph/4", True),
        ("Schedule 1", "schedule/1", "schedule/10", False),
        ("Grounds 7A and 14", "schedule/2", "schedule/2/part/I/paragraph/7A", True),
        ("Section 45", "", "section/45", True),
        ("The whole act", "", "section/45", False),
    ],
)
def test_a_page_is_about_what_its_address_and_label_name(
    label: str, part: str, path: str, is_covered: bool
) -> None:
    assert covers(label, part, path) is is_covered


def test_a_page_about_a_part_is_about_its_sections() -> None:
    assert covers("Part 4", "part/4", "section/40", "part/4/chapter/1")
    assert not covers("Part 4", "part/4", "section/40", "part/40")


def test_a_page_without_an_address_there_is_about_none() -> None:
    assert scope_of("", "Section 1") is None


def test_provisions_stand_in_the_order_of_the_law() -> None:
    paths = ["schedule/2", "section/45A", "section/9", "section/45", "section/10", "schedule/10"]
    assert sorted(paths, key=order_of) == [
        "section/9",
        "section/10",
        "section/45",
        "section/45A",
        "schedule/2",
        "schedule/10",
    ]
