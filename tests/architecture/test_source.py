from pathlib import Path

import pytest

from tests.architecture import source
from tests.architecture.layers import ROOT

FILES = source.python_files(ROOT)
CODE = [file for file in FILES if "migrations" not in file.parts]
MIGRATIONS = [
    file for file in FILES if file.parent.name == "migrations" and file.stem != "__init__"
]


def breakers(check, files: list[Path]) -> list[str]:
    """The files, with line numbers, that a check of source text complains about."""
    texts = ((file, (ROOT / file).read_text()) for file in files)
    return [f"{file}: {found}" for file, text in texts if (found := check(text))]


def test_no_file_is_longer_than_the_limit() -> None:
    assert breakers(source.lines_beyond, CODE) == []


def test_no_file_or_folder_is_a_junk_drawer() -> None:
    assert [str(file) for file in CODE if source.is_junk_drawer(file)] == []


def test_every_migration_is_named_by_a_person() -> None:
    assert [str(file) for file in MIGRATIONS if source.is_auto_named(file)] == []


def test_views_fetch_through_the_access_functions() -> None:
    assert breakers(source.bare_gets, [file for file in CODE if source.is_view(file)]) == []


def test_only_settings_read_the_environment() -> None:
    others = [
        file
        for file in CODE
        if "settings" not in file.parts and file.as_posix() not in source.READS_ENVIRONMENT
    ]
    assert breakers(source.environment_reads, others) == []


def test_no_function_imports_from_the_project() -> None:
    assert breakers(source.inner_imports, CODE) == []


def test_a_file_beyond_the_limit_is_found() -> None:
    assert source.lines_beyond("x = 1\n" * (source.LINES_AT_MOST + 2)) == 2


@pytest.mark.parametrize("name", ["hub/forum/utils.py", "search/common/words.py"])
def test_a_junk_drawer_is_found(name: str) -> None:
    assert source.is_junk_drawer(Path(name))


@pytest.mark.parametrize(
    "name",
    ["0001_initial", "0002_auto_20260101_1200", "0003_alter_page_title_and_more"],
)
def test_a_migration_with_a_made_up_name_is_found(name: str) -> None:
    assert source.is_auto_named(Path(f"{name}.py"))


def test_a_migration_named_like_a_sentence_passes() -> None:
    assert not source.is_auto_named(Path("0001_people_and_organisations.py"))


def test_a_bare_get_is_found() -> None:
    assert source.bare_gets("def view(request):\n    return Thread.objects.get(pk=1)\n") == [2]


@pytest.mark.parametrize("text", ["import os\nos.environ['X']\n", "import os\nos.getenv('X')\n"])
def test_a_read_of_the_environment_is_found(text: str) -> None:
    assert source.environment_reads(text) == [2]


@pytest.mark.parametrize(
    "line", ["from hub.forum import models", "import search.sync", "from .models import Thread"]
)
def test_an_import_inside_a_function_is_found(line: str) -> None:
    assert source.inner_imports(f"def late():\n    {line}\n") == [2]


def test_an_import_in_ready_passes() -> None:
    assert source.inner_imports("def ready(self):\n    from hub.forum import receivers\n") == []
