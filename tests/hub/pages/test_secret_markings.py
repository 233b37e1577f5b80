"""Nothing that is named or headed SECRET comes in; what only speaks of secrets does."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from docx import Document
from wagtail.images.tests.utils import get_test_image_file

from hub.forum.models import Thread
from hub.pages.file_headings import headings_of
from hub.pages.models import HubDocument, HubImage
from hub.pages.secret_markings import is_secret_line, is_secret_name
from tests.factories.forum import SpaceFactory
from tests.factories.people import UserFactory, sign_in, staff_client

MARKED_LINES = [
    "SECRET",
    "TOP SECRET",
    "Top Secret",
    "UK SECRET",
    "TOP SECRET STRAP1",
    "T O P  S E C R E T",
    "S E C R E T",
    "UK SECRET – UK EYES ONLY",
    "** SECRET **",
    "SECRET: Operation Elm",
    "TOP SECRET//STRAP2",
]
PLAIN_LINES = [
    "Secret shopper visits",
    "A secret shopper wrote this.",
    "SECRET SANTA AT THE YOUTH CLUB",
    "OFFICIAL",
    "OFFICIAL-SENSITIVE",
    "The Official Secrets Act 1989",
    "Secrets and lies",
    "Secret",
    "",
]
MARKED_NAMES = [
    "SECRET.pdf",
    "secret.pdf",
    "SECRET plan.docx",
    "plan SECRET.docx",
    "Plan for SECRET use.docx",
    "top-secret-plan.pdf",
    "Top Secret.txt",
    "plan_(secret).docx",
    "plan_secret.xlsx",
    "UK_SECRET_Elm.pptx",
]
PLAIN_NAMES = [
    "The Secret Garden.pdf",
    "Secret shopper.pdf",
    "official-secrets-act.pdf",
    "OFFICIAL-SENSITIVE plan.pdf",
    "secretary.docx",
    "plan.pdf",
]


@pytest.mark.parametrize("line", MARKED_LINES)
def test_a_line_that_is_a_marking_counts(line: str) -> None:
    assert is_secret_line(line)


@pytest.mark.parametrize("line", PLAIN_LINES)
def test_a_line_that_only_speaks_of_secrets_does_not(line: str) -> None:
    assert not is_secret_line(line)


@pytest.mark.parametrize("name", MARKED_NAMES)
def test_a_name_that_marks_counts(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize("name", PLAIN_NAMES)
def test_a_name_that_only_speaks_of_secrets_does_not(name: str) -> None:
    assert not is_secret_name(name)


def word_file(*, header: str = "", footer: str = "", first: str = "Notes") -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    document.add_paragraph(first)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def office_file(part: str, xml: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, xml)
    return out.getvalue()


def pdf_file(text: str) -> bytes:
    """The smallest PDF that shows a line."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%sendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    )


SLIDE = '<s xmlns:a="urn:a"><a:p><a:r>TOP </a:r><a:r>SECRET</a:r></a:p></s>'
SHEET = '<s><headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"SECRET</oddHeader></headerFooter></s>'
HEADED = {
    "header.docx": word_file(header="TOP SECRET"),
    "footer.docx": word_file(footer="UK SECRET"),
    "first.docx": word_file(first="SECRET"),
    "slides.pptx": office_file("ppt/slides/slide1.xml", SLIDE),
    "sheet.xlsx": office_file("xl/worksheets/sheet1.xml", SHEET),
    "cell.xlsx": office_file("xl/sharedStrings.xml", "<s><si><t>SECRET</t></si></s>"),
    "page.pdf": pdf_file("TOP SECRET STRAP1"),
    "table.csv": b"SECRET,,\nname,age\n",
    "notes.txt": b"\n\nT O P  S E C R E T\nand so on",
}
PLAIN = {
    "plain.docx": word_file(header="OFFICIAL", first="A secret shopper wrote this."),
    "plain.pdf": pdf_file("The Secret Garden"),
    "plain.txt": b"OFFICIAL-SENSITIVE\nWe keep it secret.\n",
}


def upload(name: str, content: bytes) -> str:
    data = {"title": "A file", "file": ContentFile(content, name), "collection": 1}
    answer = staff_client().post(reverse("wagtaildocs:add"), data, follow=True)
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", HEADED)
def test_a_file_that_is_headed_secret_is_refused_beside_its_field(name: str) -> None:
    assert "This file is headed SECRET or TOP SECRET" in upload(name, HEADED[name])
    assert not HubDocument.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", PLAIN)
def test_other_files_come_in(name: str) -> None:
    upload(name, PLAIN[name])
    assert HubDocument.objects.count() == 1


@pytest.mark.django_db
def test_a_file_that_is_named_secret_is_refused() -> None:
    assert "name of this file marks it" in upload("plan_SECRET.txt", b"Notes")
    assert not HubDocument.objects.exists()


@pytest.mark.django_db
def test_a_picture_that_is_named_secret_is_refused() -> None:
    picture = ContentFile(get_test_image_file().file.getvalue(), "SECRET map.png")
    data = {"title": "A map", "file": picture, "collection": 1}
    answer = staff_client().post(reverse("wagtailimages:add"), data)
    assert "name of this file marks it" in answer.content.decode()
    assert not HubImage.objects.exists()


@pytest.mark.parametrize("extension", ["docx", "pdf", "xlsx", "csv", "txt"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nonsense", b"%PDF-1.4 nonsense", b"\xff\xfe"])
def test_a_broken_file_has_no_headings_and_breaks_nothing(extension: str, content: bytes) -> None:
    file = io.BytesIO(content)
    assert not any(map(is_secret_line, headings_of(file, extension)))
    assert file.tell() == 0


def test_entities_in_an_office_file_are_not_expanded() -> None:
    bomb = '<!DOCTYPE s [<!ENTITY a "SECRET">]><s><si>&a;</si></s>'
    assert headings_of(io.BytesIO(office_file("xl/sharedStrings.xml", bomb)), "xlsx") == []


@pytest.mark.django_db
def test_a_question_titled_as_secret_is_not_posted(client: Client) -> None:
    sign_in(client, UserFactory())
    space = SpaceFactory()
    typed = {"title": "TOP SECRET", "body": "What now?", "space": space.pk}
    answer = client.post(reverse("forum:ask"), typed)
    assert "anything marked SECRET" in answer.content.decode()
    assert not Thread.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("title", ["SECRET", "TOP SECRET", "SECRET: Operation Elm"])
def test_no_stored_file_is_given_a_title_that_marks_it(title: str) -> None:
    document = HubDocument.objects.create(
        title="Plan", file=ContentFile(b"Words.", name="plan.txt")
    )
    sent = {"title": title}
    answer = staff_client().post(reverse("wagtaildocs:edit", args=[document.pk]), sent)
    document.refresh_from_db()
    assert "anything marked SECRET" in answer.content.decode()
    assert document.title == "Plan"


@pytest.mark.django_db
def test_nor_is_a_stored_picture() -> None:
    image = HubImage.objects.create(title="Map", file=get_test_image_file())
    staff_client().post(reverse("wagtailimages:edit", args=[image.pk]), {"title": "TOP SECRET"})
    image.refresh_from_db()
    assert image.title == "Map"
