"""Drafts go after a warning; with the account goes what somebody shared, and no page."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from hub.access.personal_data import record_named
from hub.notices.models import Notice
from hub.sharing.enums import Verdict
from hub.sharing.models import Review, SharedExample
from hub.sharing.personal_records import purge_examples
from hub.sharing.services import warn_of_old_drafts
from tests.factories.pages import practice
from tests.factories.sharing import decided, draft, reviewer, sent, with_picture

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


def purge() -> int:
    return purge_examples(timezone.now() - YEAR)


def left_alone(example: SharedExample, days: int) -> SharedExample:
    SharedExample.objects.filter(pk=example.pk).update(
        changed_at=timezone.now() - timedelta(days=days)
    )
    return example


def test_an_old_draft_is_warned_of_once() -> None:
    example = left_alone(draft(), 340)
    warn_of_old_drafts()
    warn_of_old_drafts()
    assert Notice.objects.filter(person=example.author).count() == 1


def test_a_draft_of_last_month_is_left_in_peace() -> None:
    left_alone(draft(), 30)
    warn_of_old_drafts()
    assert not Notice.objects.exists()


def test_no_draft_goes_without_a_warning() -> None:
    left_alone(draft(), 400)
    assert not purge()


def test_a_draft_goes_a_month_after_the_warning() -> None:
    left_alone(draft(), 400)
    warn_of_old_drafts()
    assert not purge()
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert purge() == 1


def test_what_waits_for_a_reviewer_stays_however_old_it_is() -> None:
    left_alone(sent(), 900)
    assert not purge()


def test_what_was_decided_goes_after_its_period() -> None:
    example = sent()
    decided(example, Verdict.DECLINE)
    left_alone(example, 400)
    assert purge() == 1


def test_with_the_account_go_answers_and_files(django_capture_on_commit_callbacks) -> None:
    example = with_picture(draft())
    name = example.files.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        record_named("shared_examples").end(example.author)
    assert not SharedExample.objects.exists()
    assert not default_storage.exists(name)


def test_a_page_outlives_its_author_and_names_nobody() -> None:
    practice()
    example = sent()
    decided(example, Verdict.APPROVE)
    record_named("shared_examples").end(example.author)
    page = type(example.page).objects.get(pk=example.page_id)
    assert example.author.get_full_name() not in str(page.get_latest_revision().content)


def test_a_review_stays_without_its_reviewer() -> None:
    person = reviewer()
    decided(sent(), by=person)
    record_named("example_reviews").end(person)
    assert Review.objects.get().reviewer is None


def test_a_copy_holds_what_was_written_and_what_was_said_of_it() -> None:
    example = sent()
    decided(example)
    rows = list(record_named("shared_examples").export(example.author))
    assert example.problem in [row.get("problem") for row in rows]
    assert "Out of how many?" in [row.get("text") for row in rows]
