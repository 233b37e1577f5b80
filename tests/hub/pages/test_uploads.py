import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from hub.pages import uploads
from hub.pages.uploads import LARGEST, sound_file
from tests.factories.uploads import (
    SECRET_PLACE,
    WORD_PARTS,
    drawing,
    office_file,
    photograph,
    sent_file,
)


@pytest.mark.parametrize("picture", [photograph(), drawing()])
def test_nothing_stays_of_what_stood_beside_a_picture(picture: SimpleUploadedFile) -> None:
    kept = sound_file(picture).read()
    assert SECRET_PLACE.encode() not in kept
    opened = Image.open(io.BytesIO(kept))
    assert not dict(opened.getexif())
    assert not {"comment", "exif", "xmp", "Author"} & set(opened.info)


def test_a_picture_stands_upright_once_its_camera_no_longer_says_how() -> None:
    assert Image.open(sound_file(photograph())).size == (20, 40)


def test_a_drawing_stays_see_through() -> None:
    assert Image.open(sound_file(drawing())).mode == "RGBA"


def test_a_picture_with_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_PIXELS", 100)
    with pytest.raises(ValidationError, match="too many pixels"):
        sound_file(photograph())


@pytest.mark.parametrize(
    "file",
    [
        sent_file("picture.jpg", b"<svg onload=alert(1)>"),
        sent_file("picture.png", photograph().read()),
        sent_file("cut.jpg", photograph().read()[:200]),
        sent_file("report.pdf", b"MZ\x90\x00 a program"),
        sent_file("list.csv", b"\x00\x01"),
        sent_file("plan.docx", b"PK\x03\x04 and no more"),
        office_file("plan.docx", ("[Content_Types].xml", "xl/workbook.xml")),
        office_file("plan.docx", (*WORD_PARTS, "word/vbaProject.bin")),
    ],
    ids=lambda file: file.name,
)
def test_a_file_is_judged_by_what_it_holds(file: SimpleUploadedFile) -> None:
    with pytest.raises(ValidationError, match="isn't what its name says"):
        sound_file(file)


@pytest.mark.parametrize(
    "name", ["page.html", "drawing.svg", "run.exe", "film.mp4", "none", "a.gif"]
)
def test_other_kinds_are_refused_by_name(name: str) -> None:
    with pytest.raises(ValidationError, match="can't be attached"):
        sound_file(sent_file(name, b"words"))


@pytest.mark.parametrize("content", [b"", b"a" * (LARGEST + 1)])
def test_a_file_has_a_size_and_a_largest_one(content: bytes) -> None:
    with pytest.raises(ValidationError, match="empty or larger than 5 MB"):
        sound_file(sent_file("words.txt", content))


@pytest.mark.parametrize("name", ["TOP SECRET plan.txt", "words.txt"])
def test_what_is_marked_secret_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="SECRET"):
        sound_file(sent_file(name, b"TOP SECRET\nThe plan."))


def test_a_name_that_could_point_at_a_person_is_refused() -> None:
    with pytest.raises(ValidationError, match="file's name could point to a real person"):
        sound_file(sent_file("Kai aged 14 QQ123456C.txt", b"words"))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Our route (final).TXT", "our-route-final.txt"),
        ("..\\..\\etc\\passwd.txt", "passwd.txt"),
        ("evil\u202egpj.txt", "evilgpj.txt"),
        ('a"; filename="b.txt', "a-filenameb.txt"),
        ("\u0441\u0445\u0435\u043c\u0430.txt", "file.txt"),
        ("Ll\u0177n map.txt", "llyn-map.txt"),
        (f"{'long' * 40}.txt", None),
    ],
)
def test_names_are_cleaned(sent: str, kept: str | None) -> None:
    upload = sent_file("x.txt", b"words")
    upload._name = sent
    if kept is None:
        with pytest.raises(ValidationError, match="can't be attached"):
            sound_file(upload)
    else:
        assert sound_file(upload).name == kept


@pytest.mark.parametrize("file", [office_file(), sent_file("route.pdf", b"%PDF-1.7")])
def test_a_document_is_kept_as_it_is(file: SimpleUploadedFile) -> None:
    sent = file.read()
    file.seek(0)
    kept = sound_file(file)
    kept.seek(0)
    assert kept.read() == sent
