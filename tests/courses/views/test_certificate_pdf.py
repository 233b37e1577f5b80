"""The certificate as a file: whole, accessible, and for its holder alone."""

from pathlib import Path

import pytest
from django.test import Client

from courses.models import Certificate
from tests.factories.courses import course_with_quiz, earn_certificate, revoke
from tests.factories.people import UserFactory, sign_in
from tests.pdf import Pdf, faults_of_accessibility
from tests.services import require_weasyprint

pytestmark = pytest.mark.django_db

NAME = "Ŵena Ŷnyr ap Siŵn-Prŷs"


@pytest.fixture
def certificate() -> Certificate:
    return earn_certificate(UserFactory(name=NAME), course_with_quiz())


@pytest.fixture
def content(certificate: Certificate) -> bytes:
    require_weasyprint()
    answer = sign_in(Client(), certificate.person).get(address(certificate))
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def address(certificate: Certificate) -> str:
    return f"/certificates/{certificate.code}/pdf/"


def test_it_is_what_pdf_ua_asks_for(content: bytes, tmp_path: Path) -> None:
    assert faults_of_accessibility(content, tmp_path) == ""


def test_it_has_a_language_and_a_title_that_readers_show(
    content: bytes, certificate: Certificate
) -> None:
    pdf = Pdf(content)
    assert pdf.root["/Lang"] == "en-GB"
    assert pdf.title == f"Certificate: {certificate.course_title}"
    assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_tagged_with_headings_a_table_and_a_picture_that_says_what_it_is(
    content: bytes,
) -> None:
    pdf = Pdf(content)
    assert pdf.root["/MarkInfo"]["/Marked"]
    assert [tag for tag in pdf.tags() if tag in {"H1", "H2", "Table", "Figure"}] == [
        "H1",
        "H2",
        "Table",
        "Figure",
    ]


def test_its_text_stands_in_the_order_in_which_it_is_read(
    content: bytes, certificate: Certificate
) -> None:
    text = Pdf(content).text
    said = (NAME, "completed", certificate.course_title, "Passed on", "Valid until", "Number")
    places = [text.index(words) for words in (*said, certificate.number, "/certificates/")]
    assert places == sorted(places)


def test_welsh_letters_are_in_the_fonts_that_it_carries(content: bytes) -> None:
    fonts = {
        font["/BaseFont"].partition("+")[2]
        for font in (
            ref.get_object() for ref in Pdf(content).reader.pages[0]["/Resources"]["/Font"].values()
        )
    }
    assert fonts == {"HubSerif-Semi-Bold", "HubSerifExt-Semi-Bold", "HubText"}


def test_its_holder_finds_it_on_the_page_of_the_certificate(certificate: Certificate) -> None:
    require_weasyprint()
    page = sign_in(Client(), certificate.person).get(certificate.get_absolute_url())
    assert address(certificate) in page.content.decode()


def test_somebody_else_finds_nothing(certificate: Certificate) -> None:
    assert sign_in(Client(), UserFactory()).get(address(certificate)).status_code == 404


def test_a_revoked_certificate_is_not_printed_any_more(certificate: Certificate) -> None:
    client = sign_in(Client(), revoke(certificate).person)
    assert client.get(address(certificate)).status_code == 404
    assert address(certificate) not in client.get(certificate.get_absolute_url()).content.decode()


def test_where_no_pdf_can_be_made_none_is_offered(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub.core.pdf.library", lambda: None)
    client = sign_in(Client(), certificate.person)
    assert address(certificate) not in client.get(certificate.get_absolute_url()).content.decode()
    assert client.get(address(certificate)).status_code == 404
