"""What the check promises, measured on the posts that the project ships."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from hub.core.personal_details import DetailKind
from hub.core.personal_details.evaluation.measure import LOOSE_KINDS, Report, measure
from hub.core.personal_details.evaluation.posts import HELD_OUT, labelled_posts, read_post

SENTENCE_END = re.compile(r"[.!?:](?=[\s)\"”]|$)")
FEWEST_FOUND = 0.98
MOST_INTERRUPTED = 0.02


@pytest.fixture(scope="module")
def report() -> Report:
    return measure(labelled_posts())


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


@pytest.mark.parametrize("kind", [kind for kind in DetailKind if kind not in LOOSE_KINDS])
def test_each_structured_kind_is_found(report: Report, kind: DetailKind) -> None:
    assert report.recall(kind) >= FEWEST_FOUND


def test_clean_posts_are_left_alone(report: Report) -> None:
    assert report.share_interrupted <= MOST_INTERRUPTED


def test_the_half_that_nothing_was_fitted_to_is_measured_too() -> None:
    held_out = measure(post for post in labelled_posts() if post.half == HELD_OUT)
    assert held_out.structured_recall >= FEWEST_FOUND
    assert held_out.share_interrupted <= MOST_INTERRUPTED


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
    names = [line[:24].strip() for line in out.getvalue().splitlines()[1:]]
    promises = ["structured kinds found", "clean posts interrupted"]
    assert names == [*map(str, DetailKind), *promises]
