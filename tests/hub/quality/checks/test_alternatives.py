"""Pictures and videos without words for who can't see or hear them."""

from functools import partial
from typing import Any

import pytest
from wagtail.images.tests.utils import get_test_image_file

from hub.pages.models import HubImage
from hub.quality.enums import FindingKind
from tests.factories.quality import said

pytestmark = pytest.mark.django_db
said_of = partial(said, FindingKind.ALTERNATIVES)


def picture(words: str) -> list[tuple[str, Any]]:
    image = HubImage.objects.create(title="A street", file=get_test_image_file())
    return [("picture", {"image": image, "alternative": words, "caption": ""})]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("", "The picture has no description. Is it only a decoration?"),
        ("IMG_2041", "The description “IMG_2041” is the name of a file."),
        ("street-2.JPG", "The description “street-2.JPG” is the name of a file."),
        (
            "Picture of a street",
            "The description needn't say that it is a picture: “Picture of a street”.",
        ),
    ],
)
def test_a_picture_without_words_of_its_own_is_named(words: str, what: str) -> None:
    assert said_of(body=picture(words)) == [what]


@pytest.mark.parametrize("words", ["A street at dusk", "The picture that changed a town"])
def test_a_description_is_left_in_peace(words: str) -> None:
    assert said_of(body=picture(words)) == []


def video(**fields: Any) -> list[tuple[str, Any]]:
    usual = {"title": "A talk", "film": None, "captions": None, "link": "https://v.example/1"}
    return [("video", {**usual, "transcript": "", **fields})]


def test_a_video_without_a_transcript_is_named() -> None:
    assert said_of(body=video()) == ["The video “A talk” has no transcript."]


def test_a_video_with_its_transcript_is_left_in_peace() -> None:
    assert said_of(body=video(transcript="<p>Two people talk.</p>")) == []
