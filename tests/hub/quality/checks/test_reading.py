"""Long sentences and hard parts; lists and short texts stay in peace."""

from functools import partial

import pytest

from hub.quality.enums import FindingKind
from tests.factories.quality import said

pytestmark = pytest.mark.django_db
long_in = partial(said, FindingKind.SENTENCES)
hard_in = partial(said, FindingKind.READING)
HARD = (
    "Multidisciplinary safeguarding organisations systematically operationalise proportionate "
    "intervention methodologies, notwithstanding considerable organisational heterogeneity. "
) * 10
EASY = "Ring the team first. Say what you saw. Write down the time. Then wait for a call. " * 10


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_a_sentence_of_more_than_thirty_words_is_named() -> None:
    (what,) = long_in(f"{words(31)}. Short.")
    assert what.startswith("A sentence has more than 30 words: “word word")


def test_thirty_words_are_fair() -> None:
    assert long_in(f"{words(30)}. {words(30).capitalize()}.") == []


def test_points_of_a_list_are_sentences_of_their_own() -> None:
    points = "".join(f"<li>{words(10)}</li>" for _ in range(5))
    assert long_in(f"<ul>{points}</ul>") == []


def test_long_sentences_of_a_text_are_one_finding_with_their_number() -> None:
    (what,) = long_in(f"W{words(31)}. W{words(31)}.")
    assert what.startswith("2 sentences")


def test_a_quotation_is_somebody_s_own_words() -> None:
    quote = {"text": f"{words(50)}.", "attribution": "A parent"}
    assert long_in(body=[("quote", quote)]) == []


def test_the_part_that_is_hard_is_named() -> None:
    body = [("heading", "First"), ("paragraph", f"<p>{EASY}</p>"), ("heading", "Then")]
    (what,) = hard_in(body=[*body, ("paragraph", f"<p>{HARD}</p>")])
    assert what.startswith("The part “Then” reads like a text for people of ")


def test_easy_texts_are_left_in_peace() -> None:
    assert hard_in(EASY) == []


def test_of_a_few_words_nothing_is_said() -> None:
    assert hard_in(HARD[:200]) == []


def test_a_page_that_is_hard_as_a_whole_says_so_once() -> None:
    parts = [("heading", "One"), ("paragraph", f"<p>{HARD[:400]}</p>")] * 4
    (what,) = hard_in(body=parts)
    assert what.startswith("It reads like a text for people of ")
