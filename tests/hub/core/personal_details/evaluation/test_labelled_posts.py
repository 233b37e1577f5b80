"""What the check promises, measured on the posts that the project ships."""

import re
from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command

from hub.core.personal_details import DetailKind
from hub.core.personal_details.evaluation.measure import LOOSE_KINDS, Report, measure
from hub.core.personal_details.evaluation.posts import (
    HELD_OUT,
    HELD_OUT_FOLDER,
    TUNED,
    labelled_posts,
    read_post,
)

SENTENCE_END = re.compile(r"[.!?:](?=[\s)\"”]|$)")
FEWEST_FOUND = 0.98
MOST_INTERRUPTED = 0.02
FOUND_AT_FIRST_SIGHT = 0.95  # of the held-out posts, before anybody read what was missed in them


@pytest.fixture(scope="module")
def report() -> Report:
    return measure(labelled_posts())


@pytest.fixture(scope="module")
def tuned() -> Report:
    return measure(post for post in labelled_posts() if post.half == TUNED)


def test_there_are_at_least_four_hundred_different_posts() -> None:
    assert len({post.text for post in labelled_posts()}) >= 400


def test_about_half_of_the_posts_are_clean() -> None:
    posts = labelled_posts()
    assert 0.4 < sum(post.is_clean for post in posts) / len(posts) < 0.6


def test_every_post_has_three_to_twenty_sentences() -> None:
    lengths = {post.text: len(SENTENCE_END.findall(post.text)) for post in labelled_posts()}
    assert [text for text, sentences in lengths.items() if not 3 <= sentences <= 20] == []


def test_every_kind_is_marked_several_times(report: Report) -> None:
    assert [kind for kind in DetailKind if report.marked[kind] < 6] == []


def test_details_of_the_structured_kinds_are_found(report: Report) -> None:
    assert report.structured_recall >= FEWEST_FOUND


def test_details_of_the_structured_kinds_are_found_in_the_tuned_half(tuned: Report) -> None:
    assert tuned.structured_recall >= FEWEST_FOUND


@pytest.mark.parametrize("kind", [kind for kind in DetailKind if kind not in LOOSE_KINDS])
def test_each_structured_kind_is_found_in_the_tuned_half(kind: DetailKind, tuned: Report) -> None:
    assert tuned.recall(kind) >= FEWEST_FOUND


def test_clean_posts_are_left_alone(report: Report) -> None:
    assert report.share_interrupted <= MOST_INTERRUPTED


def test_the_half_that_nothing_was_fitted_to_gets_no_worse_than_at_first_sight() -> None:
    held_out = measure(post for post in labelled_posts() if post.half == HELD_OUT)
    assert held_out.structured_recall >= FOUND_AT_FIRST_SIGHT
    assert held_out.share_interrupted <= MOST_INTERRUPTED


def test_the_folder_says_which_half_a_post_is_in() -> None:
    halves = Counter(post.half for post in labelled_posts())
    held_out = [
        path.read_text(encoding="utf-8").strip().count("\n\n") + 1
        for path in HELD_OUT_FOLDER.glob("*.txt")
    ]
    assert halves[HELD_OUT] == sum(held_out)
    assert halves[TUNED] > halves[HELD_OUT] > 0


def test_a_missed_detail_and_an_interrupted_clean_post_are_counted() -> None:
    missed = read_post("A number: {telephone:five}.", HELD_OUT)
    interrupted = read_post("A number: 07700 900123.", HELD_OUT)
    found = measure([missed, interrupted])
    assert (found.structured_recall, found.share_interrupted) == (0, 1)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="shoe_size"):
        read_post("A {shoe_size:9}.", HELD_OUT)


def test_the_command_prints_each_kind_and_the_two_promises() -> None:
    out = StringIO()
    call_command("measure_personal_details", stdout=out)
    heading, *rows = out.getvalue().splitlines()
    assert heading.split("  ")[-1].strip() == "all"
    assert TUNED in heading
    assert HELD_OUT in heading
    names = [line[:24].strip() for line in rows]
    promises = ["structured kinds found", "clean posts interrupted"]
    assert names == [*map(str, DetailKind), *promises]
