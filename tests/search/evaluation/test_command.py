import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoDbBlocker

from search.models import Entry

DOCUMENTS = [
    {"id": "d1", "title": "Wings", "text": "Lift of a wing in a slipstream."},
    {"id": "d2", "title": "Heat", "text": "Heat conduction in slabs."},
]
# Words alone prefer the first; the second is what was meant.
BY_RAIL = [
    {"id": "d1", "title": "Rail", "text": "Opening hours of the office."},
    {"id": "d2", "title": "Children move drugs on trains", "text": "They are sent by rail."},
    {"id": "d3", "title": "Stairs", "text": "How a hand rail is fixed. " + "Screws. " * 100},
    {"id": "d4", "title": "Roof", "text": "How tiles are laid."},
]


@pytest.fixture(autouse=True)
def _own_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Django's test case refuses a database that was made on the way, so this goes without it."""
    with django_db_blocker.unblock():
        yield


def write_collection(folder: Path, *, documents: str | None = None) -> Path:
    lines = "\n".join(json.dumps(document) for document in DOCUMENTS)
    (folder / "docs.jsonl").write_text(documents or lines)
    (folder / "queries.jsonl").write_text('{"id": "q1", "text": "conducting heat"}\n')
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td2\t1\n")
    return folder


def run(folder: Path, *options: str) -> str:
    out = StringIO()
    call_command("search_evaluate", "--collection", str(folder), *options, stdout=out)
    return out.getvalue()


def test_one_line_of_json_has_the_agreed_keys(tmp_path: Path) -> None:
    measured = json.loads(run(write_collection(tmp_path), "--json"))
    assert list(measured) == ["ndcg@10", "map", "r@100", "p50_ms", "p95_ms"]
    assert (measured["ndcg@10"], measured["map"], measured["r@100"]) == (1, 1, 1)


def test_plain_output_names_each_measure(tmp_path: Path) -> None:
    assert "nDCG@10  1.000" in run(write_collection(tmp_path))


@pytest.mark.usefixtures("sentence_model")
def test_with_a_model_both_ways_are_measured(tmp_path: Path) -> None:
    lines = run(write_collection(tmp_path)).splitlines()
    assert lines[0].split() == ["words", "and", "meaning"]
    assert lines[1] == "nDCG@10  1.000 1.000"


@pytest.mark.usefixtures("sentence_model")
def test_the_line_of_json_is_about_the_search_that_the_settings_give(tmp_path: Path) -> None:
    folder = write_collection(tmp_path, documents="\n".join(map(json.dumps, BY_RAIL)))
    asked = {"id": "q1", "text": "youth paid to carry packages of cocaine by rail"}
    (folder / "queries.jsonl").write_text(json.dumps(asked))
    by_words = json.loads(run(folder, "--json", "--words-alone"))
    by_both = json.loads(run(folder, "--json"))
    assert list(by_both) == ["ndcg@10", "map", "r@100", "p50_ms", "p95_ms"]
    assert by_words["ndcg@10"] < by_both["ndcg@10"] == 1


def test_a_folder_without_a_model_is_named(tmp_path: Path, settings) -> None:
    settings.SEMANTIC_MODEL_DIR = str(tmp_path)
    with pytest.raises(CommandError, match="must hold"):
        run(write_collection(tmp_path))


def test_the_hub_s_own_rows_are_left_alone(tmp_path: Path) -> None:
    before = Entry.objects.count()
    run(write_collection(tmp_path))
    assert Entry.objects.count() == before


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"docs\.jsonl is missing"):
        run(tmp_path)


def test_a_line_that_is_not_json_is_named(tmp_path: Path) -> None:
    folder = write_collection(tmp_path, documents='{"id": "d1", "text": "a"}\nnot json\n')
    with pytest.raises(CommandError, match=r"docs\.jsonl, line 2"):
        run(folder)


def test_an_engine_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        run(write_collection(tmp_path), "--engine", "telepathy")
