"""A film in a page: what a form takes, and what a browser plays."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from playwright.sync_api import Page, expect
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Collection

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.files.models import unread_documents
from hub.pages.blocks.video import VideoBlock
from hub.pages.models import HubDocument
from tests.factories import pages
from tests.factories.media import collection_for

FILM = Path(__file__).with_name("plot.webm")
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWho does it belong to?\n"
BLOCK: VideoBlock = VideoBlock()
VIDEO = {"title": "A bag on a desk", "transcript": "<p>Who does it belong to?</p>", "link": ""}


def stored(name: str, content: bytes, collection: Collection | None = None) -> HubDocument:
    place = collection or Collection.get_first_root_node()
    item = HubDocument(title=name, file=ContentFile(content, name=name), collection=place)
    item.clean()
    item.save()
    return item


def film(collection: Collection | None = None) -> HubDocument:
    return stored("bag.webm", FILM.read_bytes(), collection)


def video(**values: Any) -> Any:
    return BLOCK.to_python({"film": None, "captions": None} | VIDEO | values)


def page_with(**values: Any) -> str:
    return pages.guidance(body=[("video", video(**values))]).url


@pytest.mark.django_db
def test_a_video_with_captions_and_transcript_is_taken_and_lacks_nothing() -> None:
    value = video(film=film().pk, captions=stored("bag.vtt", CAPTIONS).pk)
    assert list(BLOCK.clean(value).missing) == []


@pytest.mark.django_db
def test_what_people_who_cant_hear_or_see_lack_is_named() -> None:
    missing = list(video(film=film().pk, transcript="<p> </p>").missing)
    assert missing == [
        "The video “A bag on a desk” has no captions.",
        "The video “A bag on a desk” has no transcript.",
    ]
    assert list(video(link="https://example.org/film").missing) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field", "text"),
    [
        ({}, "film", "Choose a video or give a link"),
        ({"film": "film", "link": "https://example.org/film"}, "film", "one of them"),
        ({"film": "captions"}, "film", "MP4 or WebM"),
        ({"film": "film", "captions": "film"}, "captions", "WebVTT"),
        ({"link": "javascript:alert(1)"}, "link", "valid URL"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    values: dict[str, str], field: str, text: str
) -> None:
    files = {"film": film().pk, "captions": stored("bag.vtt", CAPTIONS).pk}
    with pytest.raises(StructBlockValidationError) as error:
        BLOCK.clean(video(**{name: files.get(value, value) for name, value in values.items()}))
    assert text in str(error.value.block_errors[field].messages)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["bag.mp4", "bag.webm", "bag.vtt"])
def test_what_only_calls_itself_a_film_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="isn't what its name says"):
        stored(name, b"<script>alert(1)</script>")


@pytest.mark.django_db
def test_nobody_tries_to_read_pages_of_a_film() -> None:
    film()
    stored("bag.vtt", CAPTIONS)
    text = stored("bag.txt", b"A bag")
    assert list(unread_documents()) == [text]


@pytest.mark.django_db
def test_a_film_of_few_people_isnt_offered_to_others(client: Any) -> None:
    closed = film(collection_for(group_for_role(Role.PRACTITIONER, "Practitioner")))
    answer = client.get(page_with(film=closed.pk))
    assert closed.url not in answer.content.decode()
    assert "A bag on a desk" not in answer.content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_browser_plays_it_with_its_captions(page: Page) -> None:
    address = page_with(film=film().pk, captions=stored("bag.vtt", CAPTIONS).pk)
    page.goto(address)
    shown = page.locator("video")
    expect(shown).to_be_visible()
    shown.evaluate("video => { video.muted = true; return video.play(); }")
    page.wait_for_function("document.querySelector('video').currentTime > 0")
    cues = "document.querySelector('video').textTracks[0].cues"
    page.wait_for_function(f"{cues} && {cues}.length === 1")
    assert page.evaluate(f"{cues}[0].text") == "Who does it belong to?"
    page.get_by_text("Read the transcript").click()
    expect(page.locator(".cg-video .cg-body")).to_contain_text("Who does it belong to?")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.django_db
def test_a_link_opens_elsewhere_and_plays_nothing_here(client: Any) -> None:
    html = client.get(page_with(link="https://example.org/film")).content.decode()
    assert 'href="https://example.org/film" rel="external noreferrer"' in html
    assert "<video" not in html
