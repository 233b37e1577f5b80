"""`manage.py import_questions FILE`."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from courses.models import Question

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[1] / "exchange" / "files"
SOUND, REFUSED = str(FILES / "every_form.gift"), str(FILES / "refused.xml")


@pytest.fixture
def mixed(tmp_path: Path) -> str:
    file = tmp_path / "mixed.gift"
    file.write_text("a{T}\n\nb{=x}c{}\n")
    return str(file)


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("import_questions", *arguments, stdout=out)
    return out.getvalue()


def test_a_sound_file_comes_in() -> None:
    assert "16 sound, 0 refused. 16 added." in run(SOUND)
    assert Question.objects.count() == 16


def test_a_dry_run_reports_and_saves_nothing() -> None:
    said = run(SOUND, "--dry-run")
    assert "Line 3, Debt bondage: One right answer" in said
    assert not Question.objects.exists()


def test_one_refused_question_keeps_all_out(mixed: str) -> None:
    with pytest.raises(CommandError, match="1 sound, 1 refused"):
        run(mixed)
    assert not Question.objects.exists()


def test_what_is_sound_comes_in_where_that_is_wanted(mixed: str) -> None:
    assert "more braces than one pair" in run(mixed, "--sound-only")
    assert Question.objects.get().current.stem == "a"


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        run(str(tmp_path / "missing.gift"))


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<quiz>")
    with pytest.raises(CommandError, match="broken in line 1"):
        run(str(tmp_path / "broken.xml"))


def test_nothing_of_a_refused_file_comes_in() -> None:
    with pytest.raises(CommandError, match="0 sound"):
        run(REFUSED)
