import pytest

from hub.glossary.words import first_letter, forms_of


@pytest.mark.parametrize(
    ("title", "other", "forms"),
    [
        ("County lines", ["the line", "OT"], ("County lines",)),
        ("Youth offending team (YOT)", ["YOS"], ("Youth offending team", "YOT", "YOS")),
        ("Gang (statutory)", [], ("Gang",)),
        ("Adverse childhood experiences (ACEs)", [], ("Adverse childhood experiences", "ACEs")),
        ("NRM", ["National Referral Mechanism"], ("NRM",)),
    ],
)
def test_a_term_is_known_by_its_name_and_its_letters(
    title: str, other: list[str], forms: tuple[str, ...]
) -> None:
    assert forms_of(title, other) == forms


@pytest.mark.parametrize(
    ("title", "letter"), [("élan", "E"), (" mash", "M"), ("999", "#"), ("", "#")]
)
def test_terms_stand_under_a_plain_letter(title: str, letter: str) -> None:
    assert first_letter(title) == letter
