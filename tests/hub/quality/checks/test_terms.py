"""Abbreviations that nothing explains, and jargon: hits, and what must stay in peace."""

from functools import partial

import pytest

from hub.quality.enums import FindingKind
from tests.factories import pages
from tests.factories.quality import said

pytestmark = pytest.mark.django_db
said_of = partial(said, FindingKind.TERMS)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ask the MASH before noon.", "MASH"),
        ("Two MARACs met in May.", "MARAC"),
        ("The CYP’s worker rings first.", "CYP"),
        ("Section 12 of the ABC guide.", "ABC"),
    ],
)
def test_letters_that_nobody_explains_are_named(text: str, word: str) -> None:
    assert said_of(text) == [f"Neither the page nor the glossary says what {word} means."]


@pytest.mark.parametrize(
    "text",
    [
        "The multi-agency safeguarding hub (MASH) decides. Ring the MASH.",
        "MASH (multi-agency safeguarding hub) decides.",
        "The Youth Endowment Fund pays for it. YEF asks for figures.",
        "UK GDPR lets you share it.",
        "The NHS and a GP were told. NEVER wait for them.",
        "Part IV and part XII say so.",
        "Write to AB&CD@hub.example or see hub.example/ABC.",
    ],
)
def test_what_the_page_explains_or_everybody_knows_is_left_in_peace(text: str) -> None:
    assert said_of(text) == []


def test_letters_that_the_glossary_explains_are_left_in_peace() -> None:
    pages.term("MASH")
    assert said_of("Ask the MASH before noon.") == []


def test_a_term_that_isn_t_for_everyone_explains_nothing() -> None:
    pages.restrict(pages.term("MASH"))
    assert said_of("Ask the MASH before noon.") != []


def test_a_word_is_named_once_a_page() -> None:
    assert len(said_of("Ask the MASH.", "Ask the MASH again.")) == 1


@pytest.mark.parametrize("text", ["We upskill staff.", "A holistic, robust offer.", "Utilise it."])
def test_jargon_is_named_with_plainer_words(text: str) -> None:
    assert all("is jargon. Plainer: " in what for what in said_of(text))
    assert said_of(text)


@pytest.mark.parametrize(
    "text", ["A nominal fee is due.", "Robustness counts.", "A train is best."]
)
def test_words_that_only_look_like_jargon_are_left_in_peace(text: str) -> None:
    assert said_of(text) == []


def test_somebody_s_own_words_are_left_in_peace() -> None:
    quote = {"text": "The MASH was robust.", "attribution": "A parent"}
    assert said(FindingKind.TERMS, body=[("quote", quote)]) == []
