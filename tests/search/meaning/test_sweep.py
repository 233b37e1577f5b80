"""Vectors follow their entries: made, made anew, kept, forgotten."""

from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from search.meaning import sweep
from search.meaning.sweep import embed_entries, keep_up
from search.meaning.vectors import entry_vectors, write
from search.models import Entry, EntryVector
from tests.factories import pages

if TYPE_CHECKING:
    from search.meaning.model import Model

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sentence_model")]


def vector_of(page) -> EntryVector | None:
    return EntryVector.objects.filter(entry__object_id=page.pk).select_related("entry").first()


def embedded(**fields: str) -> tuple[EntryVector, object]:
    page = pages.guidance(**fields)
    embed_entries.call()
    return vector_of(page), page


def test_every_entry_gets_vectors(sentence_model: "Model") -> None:
    pages.guidance(title="Cuckooing")
    embed_entries.call()
    assert set(EntryVector.objects.fresh(sentence_model.fingerprint).values_list("pk")) == set(
        Entry.objects.values_list("pk")
    )


def test_a_second_run_has_nothing_to_do() -> None:
    pages.guidance()
    embed_entries.call()
    assert embed_entries.call() == 0


def test_other_words_make_other_vectors() -> None:
    before, page = embedded(title="Cuckooing")
    page.title = "Roof tiles"
    page.save()
    embed_entries.call()
    after = vector_of(page)
    assert (after.version, after.vectors == before.vectors) == (after.entry.version, False)


def test_between_a_change_and_the_next_run_the_old_vectors_count_for_nothing(
    sentence_model: "Model",
) -> None:
    row, page = embedded(title="Cuckooing")
    page.title = "Roof tiles"
    page.save()
    assert not EntryVector.objects.fresh(sentence_model.fingerprint).filter(pk=row.pk).exists()


def test_a_new_reader_s_rule_keeps_the_vectors(monkeypatch, sentence_model: "Model") -> None:
    row, page = embedded()
    pages.restrict(page)
    monkeypatch.setattr(sentence_model, "stored", lambda _: pytest.fail("embedded again"))
    embed_entries.call()
    assert vector_of(page).version > row.version


def test_what_is_marked_as_sensitive_keeps_the_meaning_of_its_title_only(
    sentence_model: "Model",
) -> None:
    _, page = embedded(title="Quietly", summary="Where the zebra crosses")
    pages.mark_sensitive(page)
    embed_entries.call()
    assert bytes(vector_of(page).vectors) == sentence_model.stored(["Quietly"])


def test_the_vectors_of_what_is_deleted_go_with_it() -> None:
    _, page = embedded()
    page.delete()
    assert vector_of(page) is None


def test_vectors_of_an_entry_that_went_meanwhile_are_not_written() -> None:
    row, page = embedded()
    page.delete()
    write([row], "default")
    assert vector_of(page) is None


def test_another_model_makes_all_vectors_anew(sentence_model: "Model") -> None:
    _row, page = embedded()
    EntryVector.objects.update(model="another")
    embed_entries.call()
    assert vector_of(page).model == sentence_model.fingerprint


def test_a_tick_starts_one_run_however_often_it_comes() -> None:
    pages.guidance()
    keep_up()
    keep_up()
    assert DBTaskResult.objects.filter(task_path=embed_entries.module_path).count() == 1


def test_a_tick_with_nothing_missing_starts_nothing() -> None:
    embedded()
    assert keep_up() == "0 waiting"
    assert not DBTaskResult.objects.filter(task_path=embed_entries.module_path).exists()


def test_a_long_run_stops_and_another_takes_over(monkeypatch) -> None:
    monkeypatch.setattr(sweep, "MOST_SECONDS", -1.0)
    for _ in range(12):
        pages.guidance()
    assert embed_entries.call() == 10
    assert DBTaskResult.objects.filter(task_path=embed_entries.module_path).count() == 1


def test_without_a_model_all_vectors_are_forgotten(settings) -> None:
    embedded()
    settings.SEMANTIC_MODEL_DIR = ""
    call_command("hub_tick")
    assert not EntryVector.objects.exists()


def test_a_folder_without_a_model_forgets_nothing(settings, tmp_path) -> None:
    embedded()
    settings.SEMANTIC_MODEL_DIR = str(tmp_path)
    assert keep_up().startswith("off: ")
    assert EntryVector.objects.exists()


def test_an_engine_gets_one_vector_for_an_entry(sentence_model: "Model") -> None:
    row, _ = embedded(title="Cuckooing", summary="word " * 400)
    vector = entry_vectors([row.pk], sentence_model.fingerprint)[row.pk]
    mean = sentence_model.read(bytes(row.vectors)).mean(axis=0)
    assert vector == pytest.approx(list(mean / (mean @ mean) ** 0.5), abs=1e-4)
