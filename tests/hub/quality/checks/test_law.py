"""Claims of law without a link to the law: what is a claim, and what counts as a link."""

from functools import partial

import pytest

from hub.pages.models import HubPage
from hub.quality.enums import FindingKind
from tests.factories import pages
from tests.factories.quality import found, said

pytestmark = pytest.mark.django_db
said_of = partial(said, FindingKind.LAW)
CLAIMS = [
    ("Section 45 protects children who were made to do it.", "Section 45"),
    ("See s. 60 of it.", "s. 60"),
    ("Schools have a duty to tell the council.", "have a duty to"),
    ("It is a criminal offence to sell them.", "is a criminal offence"),
    ("The law requires a record.", "The law requires"),
    ("The Fictional Streets Act 2031 says so.", "Fictional Streets Act 2031"),
]


@pytest.mark.parametrize(("text", "claim"), CLAIMS)
def test_a_claim_without_a_link_is_named(text: str, claim: str) -> None:
    (what,) = said_of(text)
    assert f"“{claim}”" in what or f"“The {claim}”" in what


@pytest.mark.parametrize(
    "text",
    [
        "See section 3 of this guide.",
        "They have a duty manager on call.",
        "Act 2 of the play begins at 8.",
        "An offence may have been planned.",
        "Ground rules come first.",
    ],
)
def test_what_only_looks_like_law_is_left_in_peace(text: str) -> None:
    assert said_of(text) == []


def linked(text: str, page: HubPage) -> str:
    return f'<p>{text} <a linktype="page" id="{page.pk}">Read it</a>.</p>'


def test_a_link_to_the_law_beside_the_claim_is_enough() -> None:
    assert said_of(linked("It is a criminal offence.", pages.provision())) == []


def test_a_link_in_another_text_is_not() -> None:
    texts = [linked("See this.", pages.provision()), "It is a criminal offence."]
    assert len(said_of(*texts)) == 1


def test_what_the_page_rests_on_counts_for_all_of_it() -> None:
    assert said_of("It is a criminal offence.", links=[pages.provision()]) == []


def test_a_link_to_a_page_that_is_no_law_is_not_enough() -> None:
    assert said_of(linked("It is a criminal offence.", pages.guidance())) != []


def test_a_link_to_the_official_text_is_enough() -> None:
    href = "https://www.legislation.gov.uk/ukpga/2031/1"
    assert said_of(f'<p>It is a <a href="{href}">criminal offence</a>.</p>') == []


def test_an_act_that_is_named_wants_a_link_to_itself() -> None:
    act, other = pages.act(title="Calm Streets Act 2031"), pages.provision()
    said_so = "The Calm Streets Act 2031 says so."
    assert said_of(linked(said_so, other)) != []
    assert said_of(linked(said_so, act)) == []
    assert said_of(linked(said_so, pages.provision(under=act))) == []


def test_an_act_that_the_page_gives_as_a_source_is_cited() -> None:
    source = {"title": "Calm Streets Act 2031", "confidence": "medium"}
    pages.act(title="Calm Streets Act 2031")
    assert said_of("The Calm Streets Act 2031 says so.", sources=[("source", source)]) == []


def test_the_law_itself_needs_no_link_to_the_law() -> None:
    page = pages.provision(summary="Section 45 says what is a criminal offence.")
    assert found(page, FindingKind.LAW) == []
