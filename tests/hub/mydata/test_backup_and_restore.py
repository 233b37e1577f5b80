import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from hub.core.backups import postgres
from hub.core.backups.archive import open_archive
from hub.forum.models import Thread
from hub.mydata import ledger, restoring
from hub.mydata.models import DataCopy, Erasure
from hub.mydata.services import ask_for_copy, erase_account
from hub.notices.models import Notice
from hub.pages.models import HubDocument
from hub.users.models import User
from tests.databases import database_url
from tests.factories.forum import question
from tests.factories.mydata import ADDRESS, NAME, busy_person
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def own_folders(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.BACKUP_DIR = tmp_path / "backups"
    (tmp_path / "media").mkdir()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "hub.zip"


def back_up(target: Path) -> str:
    errors = StringIO()
    call_command("hub_backup", to=target, stdout=StringIO(), stderr=errors)
    return errors.getvalue()


def restore(target: Path, *, replace: bool = True) -> str:
    said = StringIO()
    call_command("hub_restore", target, replace=replace, stdout=said, stderr=said)
    return said.getvalue()


def upload(name: str) -> HubDocument:
    document = HubDocument(title=name)
    document.file.save(name, ContentFile(b"the text of " + name.encode()))
    return document


@pytest.fixture
def writing(tmp_path: Path, settings: object) -> Iterator[Path]:
    """Another process that writes all the time; the path says how much it has written."""
    person = UserFactory()
    arguments = [str(person.pk), settings.MEDIA_ROOT, str(tmp_path)]
    process = subprocess.Popen(  # noqa: S603 this very interpreter
        [sys.executable, "-m", "tests.hub.mydata.writer", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database_url()},
        stderr=subprocess.PIPE,
        text=True,
    )
    written = tmp_path / "written"
    try:
        wait_for(lambda: written.exists() or process.poll() is not None)
        yield written
    finally:
        (tmp_path / "stop").touch()
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors


def wait_for(condition: object, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def count(written: Path) -> int:
    return int(written.read_text())


def test_a_backup_while_a_process_writes_is_of_one_moment(writing: Path, target: Path) -> None:
    before = count(writing)
    assert back_up(target) == ""
    during = count(writing)
    wait_for(lambda: count(writing) > during)
    (target.parent / "stop").touch()
    time.sleep(0.5)
    restore(target)
    first = Notice.objects.filter(text__startswith="first").count()
    second = Notice.objects.filter(text__startswith="second").count()
    assert first == second >= before > 0
    assert first <= during + 1
    documents = list(HubDocument.objects.all())
    assert len(documents) >= before - 1
    assert all(default_storage.exists(document.file.name) for document in documents)


def test_rows_and_uploads_come_back_as_they_were(target: Path) -> None:
    thread, kept = question(title="Asked before"), upload("before.txt")
    back_up(target)
    thread.posts.get()
    Thread.objects.filter(pk=thread.pk).update(title="Changed after")
    default_storage.delete(kept.file.name)
    later = upload("after.txt")
    said = restore(target)
    assert "Restored as of" in said
    assert Thread.objects.get(pk=thread.pk).title == "Asked before"
    assert default_storage.open(kept.file.name).read() == b"the text of before.txt"
    assert not default_storage.exists(later.file.name)
    assert not HubDocument.objects.filter(title="after.txt").exists()


def test_search_finds_what_came_back(target: Path) -> None:
    question(title="Whistlewood question")
    back_up(target)
    Thread.objects.update(hidden_at=timezone.now())
    restore(target)
    assert "Whistlewood question" in Client().get("/search/?q=Whistlewood").content.decode()


def test_everybody_signs_in_again(target: Path) -> None:
    browser = sign_in(Client(), UserFactory())
    back_up(target)
    restore(target)
    assert browser.get("/account/").status_code == 302


def test_an_account_erased_after_the_backup_is_erased_again(target: Path) -> None:
    person = busy_person()
    back_up(target)
    erase_account(person=person, by=person)
    said = restore(target)
    assert "Accounts erased again: 1." in said
    assert not User.objects.filter(email=ADDRESS).exists()
    assert User.objects.get(pk=person.pk).erased_at is not None
    assert not Notice.objects.filter(person=person).exists()
    assert Erasure.objects.filter(person_id=person.pk).exists()


def test_the_ledger_alone_is_enough_where_the_database_was_lost(target: Path) -> None:
    person = busy_person()
    back_up(target)
    erase_account(person=person, by=person)
    Erasure.objects.all().delete()
    restore(target)
    assert not User.objects.filter(name=NAME).exists()


def test_somebody_who_got_the_number_of_an_erased_account_stays(target: Path) -> None:
    person = UserFactory()
    ledger.append([ledger.Entry(person.pk, person.date_joined - timedelta(days=1))])
    back_up(target)
    restore(target)
    assert User.objects.get(pk=person.pk).erased_at is None


def test_a_line_that_a_kill_cut_off_hides_no_other(target: Path) -> None:
    ledger.append([ledger.Entry(1, timezone.now())])
    with ledger.ledger_file().open("a") as file:
        file.write('{"person": 2, "a')
    ledger.append([ledger.Entry(3, timezone.now())])
    assert [entry.person_id for entry in ledger.entries()] == [1, 3]


def test_copies_of_peoples_data_are_in_no_backup(target: Path) -> None:
    copy = ask_for_copy(person=UserFactory())
    copy.file.save("x.zip", ContentFile(b"somebody's data"))
    back_up(target)
    with open_archive(target) as (_, manifest):
        assert [name for name in manifest.files if "copies" in name] == []
    restore(target)
    assert not DataCopy.objects.exists()


def test_an_upload_without_its_file_is_told(target: Path) -> None:
    gone = upload("gone.txt")
    default_storage.delete(gone.file.name)
    assert f"a row names {gone.file.name}" in back_up(target)
    assert f"a row names {gone.file.name}" in restore(target)


def test_a_hub_with_people_is_replaced_only_when_asked(target: Path) -> None:
    back_up(target)
    person = UserFactory()
    with pytest.raises(CommandError, match="--replace"):
        restore(target, replace=False)
    assert User.objects.filter(pk=person.pk).exists()


def test_an_empty_hub_takes_a_backup_without_being_asked(target: Path) -> None:
    back_up(target)
    assert "Restored" in restore(target, replace=False)


def test_a_damaged_archive_changes_nothing(target: Path) -> None:
    UserFactory()
    back_up(target)
    content = bytearray(target.read_bytes())
    content[len(content) // 2] ^= 0xFF
    target.write_bytes(content)
    person = UserFactory()
    with pytest.raises(CommandError, match="can't be restored"):
        restore(target)
    assert User.objects.filter(pk=person.pk).exists()


def test_a_restore_that_stops_half_way_says_what_to_do(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = UserFactory()
    back_up(target)
    erase_account(person=person, by=None)
    with monkeypatch.context() as broken:
        broken.setattr(restoring, "erase_again", lambda: 1 // 0)
        with pytest.raises(CommandError, match="again with --replace before you start the hub"):
            restore(target)
    assert User.objects.get(pk=person.pk).erased_at is None
    restore(target)
    assert User.objects.get(pk=person.pk).erased_at is not None


def test_no_archive_is_written_over_another(target: Path) -> None:
    target.write_text("another")
    with pytest.raises(CommandError, match="there already"):
        back_up(target)


@pytest.mark.postgres
def test_a_missing_client_is_said_plainly(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres.shutil, "which", lambda name: None)
    with pytest.raises(CommandError, match="pg_dump is not installed"):
        back_up(target)
    assert not target.exists()
