"""What a folder says of its model, without running it."""

import json
from pathlib import Path

import pytest

from search.meaning.folder import ModelError, read_folder


def model_folder(folder: Path, *, weights: bytes = b"weights", **files: object) -> Path:
    """A folder with the two files that must be there, and JSON files by path."""
    (folder / "model.onnx").write_bytes(weights)
    (folder / "tokenizer.json").write_text("{}")
    for name, content in files.items():
        file = folder / f"{name.replace('__', '/')}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(content))
    return folder


def test_two_files_suffice(tmp_path: Path) -> None:
    read = read_folder(model_folder(tmp_path))
    assert (read.first_token, read.before_query, read.tokens) == (False, "", 256)


def test_a_model_in_a_folder_of_its_own_is_found(tmp_path: Path) -> None:
    model_folder(tmp_path)
    (tmp_path / "onnx").mkdir()
    (tmp_path / "model.onnx").rename(tmp_path / "onnx" / "model.onnx")
    assert read_folder(tmp_path).onnx.is_file()


def test_the_first_token_counts_where_the_model_says_so(tmp_path: Path) -> None:
    said = {"1_Pooling__config": {"pooling_mode_cls_token": True}}
    assert read_folder(model_folder(tmp_path, **said)).first_token


def test_what_stands_before_queries_and_passages_is_taken_over(tmp_path: Path) -> None:
    prompts = {"prompts": {"query": "query: ", "passage": "passage: "}}
    read = read_folder(model_folder(tmp_path, config_sentence_transformers=prompts))
    assert (read.before_query, read.before_passage) == ("query: ", "passage: ")


def test_no_more_than_512_tokens_are_read(tmp_path: Path) -> None:
    said = {"sentence_bert_config": {"max_seq_length": 8192}}
    assert read_folder(model_folder(tmp_path, **said)).tokens == 512


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"must hold model\.onnx and tokenizer\.json"):
        read_folder(tmp_path)


@pytest.mark.parametrize("text", ["{", "[1]", "\xff"])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    (model_folder(tmp_path) / "sentence_bert_config.json").write_text(text)
    with pytest.raises(ModelError, match="sentence_bert_config"):
        read_folder(tmp_path)


def test_other_weights_of_the_same_size_are_another_model(tmp_path: Path) -> None:
    one = read_folder(model_folder(tmp_path, weights=b"a" * 3_000_000)).fingerprint
    other = read_folder(model_folder(tmp_path, weights=b"b" * 3_000_000)).fingerprint
    assert one != other


def test_other_words_before_a_query_are_another_model(tmp_path: Path) -> None:
    one = read_folder(model_folder(tmp_path)).fingerprint
    prompts = {"prompts": {"query": "query: "}}
    other = read_folder(model_folder(tmp_path, config_sentence_transformers=prompts)).fingerprint
    assert one != other
