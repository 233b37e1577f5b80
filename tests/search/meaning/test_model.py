"""A real model, as `make semantic-model` brings it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from search.meaning.current import load, loaded, model_at_hand
from search.meaning.folder import ModelError

if TYPE_CHECKING:
    from search.meaning.model import Model

CHILD = "Exploited children who sell drugs for adults"
ROOF = "Repairing the tiles of a roof"


def closest(model: "Model", text: str, *passages: str) -> str:
    stored = {number: model.stored([passage]) for number, passage in enumerate(passages)}
    near = model.closeness(text, stored)
    return passages[max(near, key=near.__getitem__)]


def test_what_means_the_same_is_near_without_a_word_in_common(sentence_model: "Model") -> None:
    assert closest(sentence_model, "a teenager made to deal cocaine", ROOF, CHILD) == CHILD


def test_the_nearest_passage_of_an_entry_counts(sentence_model: "Model") -> None:
    stored = {1: sentence_model.stored([ROOF]), 2: sentence_model.stored([ROOF, CHILD])}
    near = sentence_model.closeness("a teenager made to deal cocaine", stored)
    assert near[2] > near[1] + 0.1


@pytest.mark.parametrize("text", ["", "\x00", "🙂" * 3000, "word " * 3000, "ﷺ\u202e", "'\""])
def test_any_text_is_near_itself(sentence_model: "Model", text: str) -> None:
    near = sentence_model.closeness(text, {1: sentence_model.stored([text])})
    assert near[1] == pytest.approx(1, abs=0.01)


def test_nothing_stored_is_near_nothing(sentence_model: "Model") -> None:
    assert sentence_model.closeness("anything", {}) == {}


def test_without_a_folder_there_is_no_model() -> None:
    assert model_at_hand() is None


def broken(folder: Path) -> str:
    (folder / "model.onnx").write_bytes(b"not a model")
    (folder / "tokenizer.json").write_text("{}")
    return str(folder)


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="can't be used"):
        load(broken(tmp_path))


def test_search_goes_on_by_words_where_the_model_is_broken(tmp_path: Path) -> None:
    assert loaded(broken(tmp_path)) is None
