import pytest

from hub.taxonomy.models import AgencyType, Area
from hub.users.models import Profile, User
from hub.users.wording import in_a_sentence


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Youth justice manager, Ardale", "a youth justice manager, Ardale"),
        ("Exploitation lead", "an exploitation lead"),
        ("NHS nurse", "an NHS nurse"),
        ("Member", "a member"),
    ],
)
def test_a_job_title_stands_inside_a_sentence(role: str, expected: str) -> None:
    assert in_a_sentence(role) == expected


def test_somebody_who_names_only_an_agency_is_a_colleague() -> None:
    profile = Profile(agency_type=AgencyType(name="Police"), area=Area(name="Ardale"))
    assert profile.label_in_sentence == "a colleague (Police, Ardale)"


def test_somebody_who_says_nothing_of_their_work_is_a_member() -> None:
    assert User().label_in_sentence == "a member"
