"""`manage.py import_legislation FILE…`."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hub.legislation.models import Instrument, Publication
from tests.factories.clml import ITEM, clml, section
from tests.factories.pages import provision
from tests.hub.legislation.publication_log import publication_log

pytestmark = pytest.mark.django_db
BOMB = '<!DOCTYPE l [<!ENTITY a "ha">]><Legislation>&a;</Legislation>'
FILE = f"http://www.legislation.gov.uk/{ITEM}/2026-09-01/data.xml"
LOG = publication_log(FILE)


class Said:
    def __init__(self) -> None:
        self.out, self.err = StringIO(), StringIO()

    def run(self, *files: Path) -> str:
        call_command("import_legislation", *map(str, files), stdout=self.out, stderr=self.err)
        return self.out.getvalue()


@pytest.fixture
def act(tmp_path: Path) -> Path:
    file = tmp_path / "act.xml"
    file.write_text(clml(section("1", start="2022-01-01")))
    return file


@pytest.fixture
def bomb(tmp_path: Path) -> Path:
    file = tmp_path / "bomb.xml"
    file.write_text(BOMB)
    return file


def test_a_good_file_is_told_of_in_numbers(act: Path) -> None:
    said = Said().run(act)
    assert f"act.xml: Made Up Act 2021 ({ITEM}): 1 provisions, 1 new versions" in said


def test_the_same_file_again_says_that_nothing_is_new(act: Path) -> None:
    Said().run(act)
    assert said_nothing_new(Said().run(act))


def said_nothing_new(said: str) -> bool:
    return said.endswith(f"Made Up Act 2021 ({ITEM}): nothing new.\n")


def test_a_bad_file_is_named_with_what_is_wrong(bomb: Path) -> None:
    said = Said()
    with pytest.raises(CommandError, match=r"Nothing was taken from 1 of the files: .*bomb\.xml"):
        said.run(bomb)
    assert "bomb.xml: It declares a document type or entities" in said.err.getvalue()
    assert not Instrument.objects.exists()


def test_a_good_file_beside_a_bad_one_is_taken(act: Path, bomb: Path) -> None:
    with pytest.raises(CommandError):
        Said().run(bomb, act)
    assert Instrument.objects.count() == 1


def test_pages_that_rest_on_what_changed_are_named(act: Path) -> None:
    url = f"https://www.legislation.gov.uk/{ITEM}/section/1"
    provision(title="Our page", official_url=url, section_label="Section 1")
    Said().run(act)
    act.write_text(clml(section("1", "New.", start="2026-05-01"), modified="2026-07-01"))
    assert "Our page rests on it. The official text changed: Section 1" in Said().run(act)


def test_what_was_left_out_is_named(act: Path) -> None:
    act.write_text(clml(section("1"), section("2", status="Suspended")))
    assert "Left out: section/2 has the unknown status “Suspended”." in Said().run(act)


def test_a_page_of_the_publication_log_is_noted_for_laws_used_here(act: Path) -> None:
    log = act.with_name("log.xml")
    log.write_text(LOG)
    assert "no new publications" in Said().run(log)
    Said().run(act)
    said = Said().run(log)
    assert "1 new publications" in said
    assert "Made Up Act 2021: published on 24 September 2026" in said
    assert (
        Publication.objects.get().url
        == f"https://www.legislation.gov.uk/{ITEM}/2026-09-01/data.xml"
    )


def test_the_same_page_of_the_log_again_adds_nothing(act: Path) -> None:
    Said().run(act)
    act.write_text(LOG)
    Said().run(act)
    assert "no new publications" in Said().run(act)
    assert Publication.objects.count() == 1
