import pytest

from hub.forum.showing import described


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Youth justice manager, Ardale", "a youth justice manager, Ardale"),
        ("Exploitation lead", "an exploitation lead"),
        ("NHS nurse", "an NHS nurse"),
        ("Member", "a member"),
    ],
)
def test_a_job_title_stands_inside_a_sentence(label: str, expected: str) -> None:
    assert described(label) == expected
