"""A page as a PDF: what its reader sees, with its marking, version and date, and for them alone."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from time_machine import travel
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from hub.access.models import AuditRecord
from hub.access.readers import ANONYMOUS
from hub.pages.models import HubImage, HubPage
from hub.pages.paper import on_paper
from tests.factories import pages
from tests.factories.courses import course_with_quiz
from tests.factories.media import collection_for
from tests.factories.people import UserFactory, in_group, practitioner_client, sign_in
from tests.pdf import Pdf, faults_of_accessibility
from tests.services import require_weasyprint

pytestmark = pytest.mark.django_db

TEXT = [("heading", "Why"), ("paragraph", '<p>At dawn. <a href="/forum/">Ask</a>.</p>')]
EVERYTHING = [
    *TEXT,
    ("paragraph", "<ul><li>One</li><li>Two<ul><li>Nested</li></ul></li></ul>"),
    ("warning_signs", {"title": "Signs", "note": "", "items": ["New phone", "New friends"]}),
    ("callout", {"title": "Mind", "text": "<p>Ask first.</p>"}),
    ("quote", {"text": "They came back.", "attribution": "A worker"}),
    (
        "table",
        {"caption": "Who", "header": ["Who", "What"], "rows": [{"cells": ["Health", "Tell"]}]},
    ),
    ("steps", {"steps": [{"title": "First", "text": "<p>Ring.</p>"}]}),
]


@pytest.fixture(autouse=True)
def library() -> None:
    require_weasyprint()


def address(page: HubPage) -> str:
    return f"/pages/{page.pk}/pdf/"


def pdf(page: HubPage, client: Client | None = None) -> bytes:
    answer = (client or Client()).get(address(page))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return bytes(answer.content)


def words(page: HubPage, client: Client | None = None) -> str:
    return " ".join(Pdf(pdf(page, client)).text.split())


def published(page: HubPage) -> HubPage:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def image(collection: Collection | None = None) -> HubImage:
    place = collection or Collection.get_first_root_node()
    return HubImage.objects.create(title="Map", file=get_test_image_file(), collection=place)


def picture(shown: HubImage) -> tuple[str, Any]:
    return ("picture", {"image": shown, "alternative": "A map of plots", "caption": "The plots"})


@pytest.fixture
def everything() -> HubPage:
    pages.term("cuckooing", definition="Taking over a home.", mark_in_text=True)
    return pages.guidance(
        title="Cuckooing",
        what_to_do=[("step", "Ring about cuckooing")],
        body=[*EVERYTHING, picture(image())],
        links=[pages.provision(title="Section 45")],
    )


def test_a_page_with_everything_is_what_pdf_ua_asks_for(
    everything: HubPage, tmp_path: Path
) -> None:
    assert faults_of_accessibility(pdf(everything), tmp_path) == ""


@pytest.mark.parametrize(
    "make",
    [
        pages.provision,
        pages.act,
        pages.practice,
        pages.tool,
        pages.policy,
        pages.term,
        pages.intervention,
        pages.referral,
        course_with_quiz,
    ],
)
def test_every_kind_is_what_pdf_ua_asks_for(make: Any, tmp_path: Path) -> None:
    assert faults_of_accessibility(pdf(make()), tmp_path) == ""


def test_its_words_stand_in_the_order_of_the_page(everything: HubPage) -> None:
    found = words(everything)
    said = ["Cuckooing", "Ring about cuckooing", "Why", "At dawn", "New phone", "Ask first"]
    places = [found.index(one) for one in said]
    assert places == sorted(places)


def test_it_says_which_version_it_is_and_from_when() -> None:
    with travel(datetime(2026, 6, 3, 12, tzinfo=UTC)):
        page = published(pages.guidance(body=TEXT))
    with travel(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)):
        found = words(page)
    assert f"Number {page.live_revision_id}, published on 3 June 2026" in found
    assert "As the page stood on 2 July 2026" in found
    assert f"http://testserver{page.url}" in found


def test_the_title_is_that_of_the_page(everything: HubPage) -> None:
    assert Pdf(pdf(everything)).title == "Cuckooing"


def test_what_is_for_screens_is_not_on_it(everything: HubPage) -> None:
    found = words(everything)
    for one in ("Save as PDF", "Is this page useful?", "Team briefing", "Skip to main", "Sign in"):
        assert one not in found


def test_a_sensitive_page_bears_its_marking_on_every_sheet_and_what_it_asks_for() -> None:
    page = pages.guidance(title="Marked", body=[*TEXT, *[("paragraph", "<p>More.</p>")] * 60])
    pages.mark_sensitive(page)
    sheets = [sheet.extract_text() for sheet in Pdf(pdf(page, practitioner_client())).reader.pages]
    assert len(sheets) > 1
    assert all(sheet.count("OFFICIAL-SENSITIVE") >= 2 for sheet in sheets)
    assert "Don't forward it" in " ".join(sheets[0].split())


def test_a_marking_that_the_hub_shows_is_on_it_too(settings: Any) -> None:
    settings.SHOW_OFFICIAL_MARKING = True
    assert "OFFICIAL" in words(pages.guidance())


def test_a_picture_comes_along() -> None:
    found = Pdf(pdf(pages.guidance(body=[picture(image())])))
    assert len(found.reader.pages[0].images) == 1
    assert "Figure" in found.tags()


def test_a_picture_that_the_reader_may_not_open_stays_behind() -> None:
    shown = image(collection_for(Group.objects.create(name="Red")))
    html = f'<main><p>Text</p><img src="{shown.get_rendition("width-100").url}"></main>'
    assert on_paper(html, ANONYMOUS) == "<p>Text</p>"


def test_a_picture_from_elsewhere_stays_behind() -> None:
    html = '<main><img src="https://example.org/x.png"><img src="file:///etc/passwd"></main>'
    assert on_paper(html, ANONYMOUS) == ""


def test_a_link_to_a_part_that_is_left_out_keeps_its_words() -> None:
    html = '<main><a href="#gone">There</a><nav id="gone">x</nav></main>'
    assert on_paper(html, ANONYMOUS) == "There"


def test_what_folds_on_screens_is_open() -> None:
    html = "<main><details><summary>More</summary><p>Text</p></details></main>"
    assert on_paper(html, ANONYMOUS) == "<div><p>More</p><p>Text</p></div>"


def test_who_may_not_read_the_page_finds_nothing() -> None:
    page = pages.guidance()
    pages.restrict(page, Group.objects.create(name="Red"))
    for client in (Client(), sign_in(Client(), UserFactory())):
        assert client.get(address(page)).status_code == 404


def test_drafts_and_lists_and_what_isn_t_there_are_missing(client: Client) -> None:
    draft = pages.guidance(live=False)
    for number in (draft.pk, draft.get_parent().pk, 999_999):
        assert client.get(f"/pages/{number}/pdf/").status_code == 404


def test_who_took_a_closed_page_along_is_recorded() -> None:
    page = pages.guidance()
    pages.restrict(page, Group.objects.create(name="Red"))
    pdf(page, sign_in(Client(), in_group(UserFactory(), "Red")))
    assert AuditRecord.objects.get(action="page.viewed").subject == f"page {page.pk}"


def test_a_closed_page_that_it_rests_on_is_not_named() -> None:
    closed = pages.guidance(title="Operation nightjar")
    pages.restrict(closed, Group.objects.create(name="Red"))
    assert "nightjar" not in words(pages.guidance(links=[closed]))


def test_mark_up_in_a_title_stays_words() -> None:
    assert "<b>Bold</b>" in words(pages.guidance(title="<b>Bold</b>"))


def test_no_cache_keeps_it(client: Client) -> None:
    assert "no-store" in client.get(address(pages.guidance()))["Cache-Control"]


def test_making_them_has_a_limit(client: Client, settings: Any) -> None:
    settings.HUB_RATE_LIMITS = {"pdf": "1/m/user"}
    page = pages.guidance()
    cache.clear()
    statuses = [client.get(address(page)).status_code for _ in range(2)]
    cache.clear()
    assert statuses == [200, 429]


def about(page: HubPage) -> BeautifulSoup:
    soup = BeautifulSoup(Client().get(page.url).content, "html.parser")
    return soup.select_one(".cg-about")


def test_a_page_offers_it_and_says_its_version() -> None:
    page = published(pages.guidance(body=TEXT))
    found = about(page)
    assert found.select_one(f'a[href="{address(page)}"]')
    assert f"Number {page.live_revision_id}, published on" in found.get_text()


def test_printed_from_the_screen_a_page_says_from_when_it_is() -> None:
    copy = about(pages.guidance()).select_one(".cg-print-only")
    assert "As the page stood on" in copy.get_text()


def test_where_no_pdf_can_be_made_none_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub.core.pdf.library", lambda: None)
    page = pages.guidance()
    assert about(page).select_one(f'a[href="{address(page)}"]') is None
    assert Client().get(address(page)).status_code == 404
