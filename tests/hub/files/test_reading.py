"""The sweep: each file is read once, again when it or its reader changes, and stops nothing."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub.files import models, reading
from hub.files.enums import Problem
from hub.files.models import MOST_ATTEMPTS, FileText, unread_documents
from hub.files.reading import read_files, start_reading
from tests.factories.files import make_document, pdf_file

pytestmark = pytest.mark.django_db


def text_of(document: object) -> FileText:
    return FileText.objects.get(document=document)


def waiting_tasks() -> int:
    return DBTaskResult.objects.filter(task_path="hub.files.reading.read_files").count()


def test_a_new_file_is_put_on_the_queue_and_read_once() -> None:
    document = make_document("a.txt", b"Ring the lead")
    assert waiting_tasks() == 1
    assert [read_files.call(), read_files.call()] == [1, 0]
    assert text_of(document).parts == [[1, "", "Ring the lead"]]


def test_a_new_title_reads_nothing_anew() -> None:
    document = make_document("a.txt", b"Ring the lead")
    read_files.call()
    document.title = "Another"
    document.save()
    assert waiting_tasks() == 1


def test_another_file_in_its_place_is_read() -> None:
    document = make_document("a.txt", b"Ring the lead")
    read_files.call()
    document.file = ContentFile(b"Ring nobody", name="a.txt")
    document.save()
    read_files.call()
    assert text_of(document).parts == [[1, "", "Ring nobody"]]


def test_a_file_whose_digest_differs_under_the_same_name_is_read() -> None:
    document = make_document("a.txt", b"Ring the lead")
    read_files.call()
    type(document).objects.update(file_hash="of another file")
    assert unread_documents().get() == document


def test_a_new_reader_reads_every_file_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    make_document("a.txt", b"Ring the lead")
    read_files.call()
    for module in (models, reading):
        monkeypatch.setattr(module, "VERSION", models.VERSION + 1)
    assert start_reading() == "1 waiting"


def test_a_broken_file_is_reported_and_the_next_one_read(caplog: pytest.LogCaptureFixture) -> None:
    broken = make_document("broken.pdf", b"%PDF-1.4 and nothing")
    whole = make_document("whole.pdf", pdf_file("Ring the lead"))
    assert read_files.call() == 2
    assert text_of(broken).problem == Problem.UNREADABLE
    assert text_of(whole).parts == [[1, "", "Ring the lead"]]
    assert f"File of document {broken.pk}: unreadable" in caplog.text


def test_a_scan_is_told_from_a_file_with_words() -> None:
    document = make_document("scan.pdf", pdf_file(""))
    read_files.call()
    assert text_of(document).problem == Problem.NO_TEXT


def test_a_file_that_is_gone_is_reported() -> None:
    document = make_document("a.txt", b"Ring the lead")
    document.file.storage.delete(document.file.name)
    read_files.call()
    assert text_of(document).problem == Problem.MISSING


def test_a_file_larger_than_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 5)
    document = make_document("a.txt", b"Ring the lead")
    read_files.call()
    assert (text_of(document).problem, text_of(document).parts) == (Problem.TOO_LARGE, [])


def test_a_file_whose_worker_was_killed_is_read_by_the_next() -> None:
    document = make_document("a.txt", b"Ring the lead")
    reading.begin(document)
    assert read_files.call() == 0  # somebody may still be at it
    FileText.objects.update(started_at=timezone.now() - timedelta(hours=1))
    assert read_files.call() == 1


def test_a_file_that_takes_its_worker_with_it_is_given_up() -> None:
    document = make_document("a.txt", b"Ring the lead")
    for _ in range(MOST_ATTEMPTS):
        reading.begin(document)
        FileText.objects.update(started_at=timezone.now() - timedelta(hours=1))
    assert read_files.call() == 0
    assert text_of(document).problem == Problem.UNREADABLE


def test_a_document_that_goes_while_it_is_read_leaves_nothing() -> None:
    document = make_document("a.txt", b"Ring the lead")
    row = reading.begin(document)
    document.delete()
    reading.keep(row)
    assert not FileText.objects.exists()
