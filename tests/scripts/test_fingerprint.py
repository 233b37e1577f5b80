import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "fingerprint.py"


def fingerprint(*places: Path) -> str:
    """What the script prints; the start scripts call it as a program too."""
    command = [sys.executable, str(SCRIPT), *map(str, places)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603 our own script


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app" / "migrations").mkdir(parents=True)
    (tmp_path / "app" / "migrations" / "0001_people.py").write_text("first")
    return tmp_path / "app"


def test_the_same_files_give_the_same_fingerprint(folder: Path) -> None:
    assert fingerprint(folder) == fingerprint(folder)


def test_a_changed_file_changes_it(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "migrations" / "0001_people.py").write_text("second")
    assert fingerprint(folder) != before


def test_a_new_file_changes_it(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "migrations" / "0002_roles.py").write_text("")
    assert fingerprint(folder) != before


def test_compiled_python_does_not_change_it(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert fingerprint(folder) == before


def test_a_place_that_does_not_exist_counts_as_empty(folder: Path) -> None:
    assert fingerprint(folder, folder / "nothing") == fingerprint(folder)
