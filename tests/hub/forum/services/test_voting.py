import pytest

from hub.forum.services import take_vote_back, vote
from tests.factories.forum import first_post, question, reply
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_each_person_counts_once() -> None:
    post, person = reply(question()), UserFactory()
    vote(post=post, person=person)
    vote(post=post, person=person)
    assert vote(post=post, person=UserFactory()).vote_count == 2


def test_a_vote_can_be_taken_back_and_only_once() -> None:
    post, person = reply(question()), UserFactory()
    vote(post=post, person=person)
    vote(post=post, person=UserFactory())
    take_vote_back(post=post, person=person)
    assert take_vote_back(post=post, person=person).vote_count == 1


@pytest.mark.parametrize("anonymous", [True, False])
def test_nobody_votes_for_what_they_wrote(anonymous: bool) -> None:
    person = UserFactory()
    post = first_post(question(author=person, anonymous=anonymous))
    with pytest.raises(ValueError, match="wrote"):
        vote(post=post, person=person)
