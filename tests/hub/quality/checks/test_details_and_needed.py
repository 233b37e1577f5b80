"""What could point at a real person, and what readers can't do without."""

import pytest

from hub.quality.enums import FindingKind
from tests.factories import pages
from tests.factories.quality import found, said

pytestmark = pytest.mark.django_db


def test_what_could_point_at_a_person_is_named_at_its_place() -> None:
    page = pages.guidance(summary="As Kai, 14, told us.")
    (finding,) = found(page, FindingKind.DETAILS)
    assert "“Kai, 14”" in finding.what
    assert finding.place.path == "summary"


def test_a_text_of_nobody_is_left_in_peace() -> None:
    assert said(FindingKind.DETAILS, "A child of 14 may not know whom to trust.") == []


def test_a_page_without_its_summary_can_t_be_published() -> None:
    (finding,) = found(pages.policy(summary=""), FindingKind.NEEDED)
    assert finding.place.path == "summary"
    assert "can't be published yet" in str(finding.why)


def test_a_page_with_it_can() -> None:
    assert found(pages.policy(summary="What to do."), FindingKind.NEEDED) == []


def test_a_block_is_named_by_its_id_below_its_field() -> None:
    page = pages.guidance(body=[("paragraph", "<p>Kai, 14, was there.</p>")])
    (finding,) = found(page, FindingKind.DETAILS)
    assert finding.place.path == f"body.{page.body[0].id}"
