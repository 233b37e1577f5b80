"""Erasing an account leaves a page's history whole, without the name."""

import pytest

from hub.mydata.services import erase_account
from hub.upkeep.models import Review
from hub.upkeep.services import confirm_page
from tests.factories import pages
from tests.factories.upkeep import author, publish

pytestmark = pytest.mark.django_db


def test_a_review_stays_and_names_nobody() -> None:
    keeper = author(name="Ana Brown")
    confirm_page(page=publish(pages.guidance()), by=keeper, note="Checked")
    erase_account(person=keeper, by=keeper)
    review = Review.objects.get()
    assert review.note == "Checked"
    assert str(review.person) == "Former member"
