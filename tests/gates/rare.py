"""Content that editors may write and the demonstration has nowhere: rare, but it must be right."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file

from courses.models import CoursePage
from hub.forum.models import HouseRules
from hub.legislation.enums import Status
from hub.pages.models import HubDocument, HubImage
from tests.factories import pages
from tests.factories.courses import lessons_of, make_course
from tests.gates.screens import Screen


def rare_screens() -> Iterator[Screen]:
    yield Screen(pages.guidance(title="Every block there is", body=every_block()).url)
    amended = pages.provision(
        versions=[
            {"effective_from": date(2015, 7, 31), "effective_to": date(2024, 1, 1)},
            {"effective_from": date(2024, 1, 2), "checked": True},
            {"effective_from": None, "status": Status.NOT_IN_FORCE, "test": "To come."},
        ],
        our_note="<p>Two changes.</p>",
    )
    yield Screen(amended.url)
    course = make_course(support_text="Talk to your manager.")
    yield Screen(hard_lesson(course))
    HouseRules.objects.all().delete()
    yield Screen("/forum/rules/")


def hard_lesson(course: CoursePage) -> str:
    lesson = lessons_of(course)[0]
    lesson.content_note = "Speaks of harm to a child."
    lesson.save()
    return str(lesson.url)


def every_block() -> str:
    document = HubDocument.objects.create(
        title="Prompt", file=ContentFile(b"Ask first.", name="prompt.txt")
    )
    image = HubImage.objects.create(title="A plot", file=get_test_image_file())
    table: dict[str, Any] = {"caption": "Who", "header": ["Who", "When"], "rows": []}
    table["rows"] = [{"cells": ["School", "Today"]}, {"cells": ["Police", "Tomorrow"]}]
    steps = [{"title": "Ring", "text": "<p>Say what you saw.</p>"}]
    film = HubDocument.objects.create(title="A bag", file=ContentFile(b"", name="bag.webm"))
    captions = HubDocument.objects.create(
        title="Captions", file=ContentFile(b"WEBVTT", name="bag.vtt")
    )
    video = {"title": "A bag on a desk", "film": film.pk, "captions": captions.pk, "link": ""}
    video["transcript"] = "<p>Who does it belong to?</p>"
    blocks = [
        ("heading", "What it is"),
        ("paragraph", "<h3>First</h3><p>Plain <b>words</b>.</p><ul><li>One</li></ul>"),
        ("steps", {"steps": steps}),
        ("warning_signs", {"title": "Signs", "items": ["New phone"], "note": "No proof."}),
        ("table", table),
        ("quote", {"text": "Nobody asked.", "attribution": "A young adult, in a review"}),
        ("callout", {"title": "Before all else", "text": "<p>Safety first.</p>"}),
        ("download", {"document": document.pk, "description": "Print it."}),
        ("picture", {"image": image.pk, "alternative": "A plot of land", "caption": "A plot"}),
        ("video", video),
    ]
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])
