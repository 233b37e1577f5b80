"""An import that changes the law opens a change on the pages that rest on it, and no other does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hub.legislation.clml.document import document_of
from hub.legislation.clml.reading import tree_of
from hub.legislation.models import ProvisionPage
from hub.legislation.services.importing import import_document
from hub.upkeep.enums import Why
from hub.upkeep.models import Change
from tests.factories.clml import ITEM, clml, section
from tests.factories.pages import provision

pytestmark = pytest.mark.django_db
SITE = "https://www.legislation.gov.uk"
NEXT_YEAR = str(timezone.localdate() + timedelta(days=365))


def page_about(part: str, label: str = "", **fields: object) -> ProvisionPage:
    label = label or f"Section {part.rpartition('/')[2]}"
    return provision(official_url=f"{SITE}/{ITEM}/{part}", section_label=label, **fields)


def take(*body: str, modified: str = "2026-06-01", **given: str) -> list[str]:
    text = clml(*body, modified=modified, **given)
    outcome = import_document(document=document_of(tree_of([text.encode()])))
    return [rested.text for rested in outcome.rested]


def told() -> list[str]:
    return [change.text for change in Change.objects.order_by("pk")]


def test_the_first_import_of_an_act_is_no_news() -> None:
    page_about("section/1")
    assert take(section("1", start="2022-01-01")) == []
    assert told() == []


def test_a_new_text_is_told_of_once() -> None:
    page = page_about("section/1")
    take(section("1", "Old.", start="2022-01-01"))
    new = section("1", "New.", start="2026-05-01")
    words = ["The official text changed: Section 1 has a new text from 1 May 2026"]
    assert take(new, modified="2026-07-01") == words
    take(new, modified="2026-07-01")
    take(new, modified="2026-07-02")
    change = Change.objects.get()
    assert (change.page_id, change.why, change.text) == (page.pk, Why.CHANGED, words[0])


def test_a_repeal_says_so() -> None:
    page_about("section/1")
    take(section("1", start="2022-01-01"))
    take(section("1", ". . . .", status="Repealed", start="2026-05-01"), modified="2026-07-01")
    assert told() == ["The official text changed: Section 1 is repealed"]


def test_what_starts_later_names_the_day() -> None:
    page_about("section/1")
    take(section("1", start="2022-01-01"))
    take(
        section("1", start="2022-01-01"),
        section("1", "New.", start=NEXT_YEAR),
        modified="2026-07-01",
    )
    assert "Section 1 changes on" in told()[0]


def test_what_starts_at_last_is_news() -> None:
    page_about("section/1")
    take(section("1", status="Prospective"))
    take(section("1", start="2026-05-01"), modified="2026-07-01")
    assert told() == ["The official text changed: Section 1 has a new text from 1 May 2026"]


def test_words_that_the_editors_mend_are_news() -> None:
    page_about("section/1")
    take(section("1", "May.", start="2022-01-01"))
    take(section("1", "Must.", start="2022-01-01"), modified="2026-07-01")
    assert told() == ["The official text changed: Section 1 reads differently"]


def test_learning_of_the_past_is_no_news() -> None:
    page_about("section/1")
    take(section("1", "New.", start="2022-01-01"))
    take(section("1", "Old.", start="2010-01-01", end="2022-01-01"))
    assert told() == []


def test_learning_of_today_is_no_news() -> None:
    page_about("section/1")
    take(section("1", "Old.", start="2010-01-01", end="2022-01-01"))
    take(section("1", "New.", start="2022-01-01"))
    assert told() == []


def test_a_section_that_is_put_into_an_act_is_news_for_pages_about_its_part() -> None:
    page_about("section/1", "Sections 1 to 5")
    take(section("1", start="2022-01-01"))
    both = (section("1", start="2022-01-01"), section("3", start="2026-05-01"))
    take(*both, modified="2026-07-01")
    assert told() == ["The official text changed: Section 3 is new"]


def test_a_section_that_is_merely_imported_for_the_first_time_is_not() -> None:
    page_about("section/1", "Sections 1 to 5")
    take(section("1", start="2022-01-01"), asked="section/1")
    take(section("3", start="2022-01-01"), asked="section/3")
    assert told() == []


def test_a_page_about_several_sections_is_told_once_of_all() -> None:
    page_about("section/1", "Sections 1 to 5")
    take(section("1", start="2022-01-01"), section("2", start="2022-01-01"))
    both = [section(number, "New.", start="2026-05-01") for number in "12"]
    take(*both, modified="2026-07-01")
    (words,) = told()
    assert "Section 1 has" in words
    assert "Section 2 has" in words


def test_pages_about_other_sections_and_drafts_are_left_alone() -> None:
    page_about("section/2")
    page_about("section/1").unpublish()
    take(section("1", start="2022-01-01"))
    take(section("1", "New.", start="2026-05-01"), modified="2026-07-01")
    assert told() == []


def test_what_only_the_notes_say_is_no_change() -> None:
    page_about("section/1")
    take(section("1", start="2022-01-01"))
    note = '<Commentary id="k" Type="F"><Para><Text>Words</Text></Para></Commentary>'
    take(section("1", start="2022-01-01", ref="k"), commentaries=note, modified="2026-07-01")
    assert told() == []


def test_our_plain_words_are_never_written_over() -> None:
    page = page_about("section/1")
    before = list(page.versions.values())
    take(section("1", "Old.", start="2022-01-01"))
    take(section("1", "New.", start="2026-05-01"), modified="2026-07-01")
    assert list(page.versions.values()) == before
