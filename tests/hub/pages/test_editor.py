"""The CMS's editor of each kind: tabs in plain words, errors beside the field, no silent clash."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.factories import pages
from tests.factories.people import staff_client
from tests.hub.pages.test_hub_page import every_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    return staff_client()


def edit_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@every_kind
def test_every_kind_has_four_tabs_in_plain_words(editor: Client, make) -> None:
    html = editor.get(edit_address(make())).content.decode()
    tabs = (
        "What it says",
        "Who it is for, what it rests on",
        "Keeping it right",
        "Address and handling",
    )
    assert [tab for tab in tabs if tab not in html] == []


@every_kind
def test_two_people_in_the_same_page_are_told(editor: Client, make) -> None:
    page = make()
    first = editor.get(edit_address(page)).context
    editor.post(first["editing_sessions"].ping_url)
    second = staff_client()
    module = second.get(edit_address(page)).context["editing_sessions"]
    assert first["user"].name in second.post(module.ping_url).json()["html"]


def test_a_sixth_step_gets_its_message_beside_the_steps_and_stays_typed(editor: Client) -> None:
    page = pages.guidance(title="Six steps")
    response = editor.post(edit_address(page), form_with_steps(editor, page, 6))
    form = response.context["form"]
    assert "what_to_do" in form.errors
    assert "Step number 6" in response.content.decode()


def form_with_steps(editor: Client, page: Page, count: int) -> dict[str, str]:
    """What the browser would post: the form's own fields, and steps typed into it."""
    form = editor.get(edit_address(page)).context["form"]
    data = {name: form.initial.get(name) or "" for name in ("title", "slug", "summary")}
    for name in ("links", "sources", "change_notes", "agency_notes", "body"):
        data[f"{name}-count"] = "0"
    data["discussion_questions-count"] = "0"
    data["what_to_do-count"] = str(count)
    for number in range(count):
        prefix = f"what_to_do-{number}"
        data |= {
            f"{prefix}-type": "step",
            f"{prefix}-order": str(number),
            f"{prefix}-deleted": "",
            f"{prefix}-value": f"Step number {number + 1}",
        }
    for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS"):
        data[f"comments-{name}"] = "0"
    return data
