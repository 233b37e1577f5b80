"""What reviewers see, and what they can't."""

import pytest
from django.http import HttpResponse
from django.test import Client

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.sharing.enums import Verdict
from hub.sharing.models import Review, SharedExample
from hub.sharing.services import submit_example
from tests.factories.pages import practice
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.sharing import decided, draft, ready, reviewer, sent, sharer, with_picture

pytestmark = pytest.mark.django_db
BOARD = "/practice/share/review/"


def text_of(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def decide(client: Client, example: SharedExample, **typed: object) -> HttpResponse:
    return client.post(example.review_url, {"version": example.version, **typed})


class TestBoard:
    def test_the_oldest_stands_first(self, as_person) -> None:
        sent(title="The older one"), sent(title="The newer one")
        page = text_of(as_person(reviewer()), BOARD)
        assert page.index("The older one") < page.index("The newer one")

    def test_drafts_and_ones_own_are_not_there(self, as_person) -> None:
        author = with_role(sharer(), Role.REVIEWER)
        draft(title="Still a draft"), sent(author, title="My own work")
        page = text_of(as_person(author), BOARD)
        assert "Still a draft" not in page
        assert "My own work" not in page

    @pytest.mark.parametrize("role", [Role.LEAD, Role.PRACTITIONER, Role.AUTHOR, Role.TRAINER])
    def test_others_find_no_board(self, as_person, role) -> None:
        assert as_person(with_role(UserFactory(), role)).get(BOARD).status_code == 404

    def test_a_reviewer_of_an_area_alone_finds_none(self, as_person) -> None:
        person = with_role(UserFactory(), Role.REVIEWER, area=AreaFactory())
        assert as_person(person).get(BOARD).status_code == 404


class TestReview:
    def test_nobody_opens_their_own(self, as_person) -> None:
        author = with_role(sharer(), Role.REVIEWER)
        assert as_person(author).get(sent(author).review_url).status_code == 404

    def test_each_look_is_on_record(self, as_person) -> None:
        example = sent()
        as_person(reviewer()).get(example.review_url)
        assert AuditRecord.objects.get(action="sharing.viewed").subject.endswith(str(example.pk))

    def test_changes_need_a_comment(self, as_person) -> None:
        example = sent()
        page = decide(as_person(reviewer()), example, verdict="changes").content.decode()
        assert "Comment on at least one part" in page
        assert not Review.objects.exists()

    def test_to_decline_needs_a_reason(self, as_person) -> None:
        example = sent()
        page = decide(as_person(reviewer()), example, verdict="decline").content.decode()
        assert "Say why. The author is always told." in page

    def test_comments_are_checked_for_personal_details(self, as_person) -> None:
        typed = {"verdict": "changes", "results": "Maya Whitlock, 07700 900123, says otherwise."}
        assert decide(as_person(reviewer()), sent(), **typed).status_code == 200
        assert not Review.objects.exists()

    def test_a_decision_leads_back_to_the_list(self, as_person) -> None:
        example = sent()
        answer = decide(as_person(reviewer()), example, verdict="changes", results="Of whom?")
        assert answer["Location"] == BOARD
        assert Review.objects.get().verdict == Verdict.CHANGES

    def test_who_comes_second_is_told_and_keeps_what_they_typed(self, as_person) -> None:
        example = sent()
        version = example.version
        decided(example, by=reviewer(name="Robin Quick"))
        typed = {"version": version, "verdict": "decline", "reason": "Not for us."}
        page = as_person(reviewer()).post(example.review_url, typed).content.decode()
        assert "Robin Quick decided about this example meanwhile" in page
        assert "Not for us." in page

    def test_an_approval_makes_a_draft(self, as_person) -> None:
        practice()
        example = sent()
        decide(as_person(reviewer()), example, verdict="approve")
        assert SharedExample.objects.get().page.title == example.title

    def test_a_file_is_fetched_through_the_example(self, as_person) -> None:
        example = submit_example(example=with_picture(ready()))
        url = f"{example.review_url}files/{example.files.get().pk}/"
        assert as_person(reviewer()).get(url)["Content-Disposition"].startswith("attachment")
        assert as_person(sharer()).get(url).status_code == 404
