"""Nobody fills the hub, or the reviewers' list, by a machine."""

import pytest

from hub.sharing.models import SharedFile
from tests.factories.sharing import draft, reviewer, sent, sharer, with_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_a_minute(settings) -> None:
    few = {"draft": "1/m/user", "write": "1/m/user"}
    settings.HUB_RATE_LIMITS = settings.HUB_RATE_LIMITS | few


@pytest.mark.parametrize("slug", ["place/", "pictures/", "check/"])
def test_an_author_answers_and_sends_no_faster_than_a_person(as_person, slug) -> None:
    example = draft()
    client, url = as_person(example.author), f"{example.get_absolute_url()}{slug}"
    assert [client.post(url).status_code for _n in range(2)] == [200, 429]


def test_examples_are_not_begun_in_a_row(as_person) -> None:
    client = as_person(draft().author)
    answers = [client.post("/practice/share/new/").status_code for _n in range(2)]
    assert answers == [302, 429]


def test_drafts_are_not_deleted_in_a_row(as_person) -> None:
    author = sharer()
    client = as_person(author)
    drafts = [draft(author) for _n in range(2)]
    answers = [client.post(f"/practice/share/{one.pk}/delete/").status_code for one in drafts]
    assert answers == [302, 429]


def test_files_are_not_taken_off_in_a_row(as_person) -> None:
    example = draft()
    files = [with_picture(example).files.last() for _n in range(2)]
    client = as_person(example.author)
    answers = [client.post(remove(file)).status_code for file in files]
    assert answers == [302, 429]


def remove(file: SharedFile) -> str:
    return f"/practice/share/{file.example_id}/files/{file.pk}/remove/"


def test_nor_are_decisions_made_in_one(as_person) -> None:
    example, client = sent(), as_person(reviewer())
    answers = [client.post(example.review_url).status_code for _n in range(2)]
    assert answers == [200, 429]
