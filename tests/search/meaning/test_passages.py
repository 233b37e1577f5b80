from search.meaning.passages import MOST_PASSAGES, SHARED, WORDS, passages
from search.models import EntryText


def text(**fields: str) -> EntryText:
    return EntryText(title="Cuckooing", **fields)


def test_a_title_alone_is_a_passage() -> None:
    assert passages(text()) == ["Cuckooing"]


def test_every_passage_says_what_it_is_about() -> None:
    made = passages(text(other_names="home takeover", body="word " * 500))
    assert all(passage.startswith("Cuckooing, home takeover\n") for passage in made)


def test_passages_overlap_and_nothing_is_left_out() -> None:
    words = [f"w{number}" for number in range(2 * WORDS)]
    made = [passage.split("\n")[1].split() for passage in passages(text(body=" ".join(words)))]
    assert made[0][-SHARED:] == made[1][:SHARED]
    assert {word for passage in made for word in passage} == set(words)


def test_no_passage_repeats_only_what_the_one_before_shares() -> None:
    assert len(passages(text(body="word " * WORDS))) == 1


def test_a_book_has_no_more_than_its_beginning() -> None:
    assert len(passages(text(body="word " * 100_000))) == MOST_PASSAGES
