import pytest

from hub.legislation.aliases import initials, section_aliases
from tests.factories.pages import act, provision

MSA = "Modern Slavery Act 2015"


def test_a_section_is_known_by_its_short_forms() -> None:
    assert section_aliases("Section 45", MSA) == (
        "s45",
        "s.45 Modern Slavery Act",
        "section 45 Modern Slavery Act 2015",
        "s45 MSA",
    )


@pytest.mark.parametrize("label", ["Sections 22 to 30", "Schedule 4", "Part 4 Chapter 1"])
def test_what_is_no_single_section_keeps_its_label(label: str) -> None:
    assert section_aliases(label, MSA) == (f"{label} {MSA}",)


def test_letters_of_a_section_are_kept() -> None:
    assert "s550ZA" in section_aliases("Section 550ZA", "Education Act 1996")


def test_small_words_have_no_initial() -> None:
    assert initials("Crime and Disorder Act 1998") == "CDA"


@pytest.mark.django_db
def test_search_knows_a_provision_by_what_people_write() -> None:
    page = provision(section_label="Section 45", under=act(title=MSA), cite_forms="victim defence")
    aliases = page.search_document().aliases
    assert "s45 MSA" in aliases
    assert "victim defence" in aliases
