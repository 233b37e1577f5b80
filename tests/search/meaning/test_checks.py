"""A hub whose model can't be used says so at its start."""

from pathlib import Path

from search.meaning import checks
from search.meaning.checks import check_model


def found(settings, folder: object) -> list[str]:
    settings.SEMANTIC_MODEL_DIR = str(folder)
    return [str(message.id) for message in check_model(None)]


def test_off_is_fine(settings) -> None:
    assert found(settings, "") == []


def test_a_folder_without_a_model_is_told(settings, tmp_path: Path) -> None:
    assert found(settings, tmp_path) == ["search.E002"]


def test_libraries_that_are_not_installed_are_told(settings, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(checks, "LIBRARIES", ("no_such_library",))
    assert found(settings, tmp_path) == ["search.E001"]
