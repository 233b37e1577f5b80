"""Every payload through each way from text to HTML that the hub has of its own."""

from collections.abc import Callable

import pytest
from django.template import Context, Template

from hub.forum.markdown import render_markdown
from tests.payloads.everything import PAYLOADS
from tests.payloads.judging import faults

# Forms replace broken Unicode while they read it.
WHOLE = [payload for payload in PAYLOADS if payload.kind != "broken Unicode"]


def by_template(text: str) -> str:
    page = '<p title="{{ text }}">{{ text }}</p><textarea>{{ text }}</textarea>'
    return Template(page).render(Context({"text": text}))


@pytest.mark.parametrize("render", [render_markdown, by_template])
def test_no_payload_becomes_part_of_what_is_made_of_it(render: Callable[[str], str]) -> None:
    wrong = [f"{payload}: {fault}" for payload in WHOLE for fault in faults(render(payload.text))]
    assert wrong == [], "\n".join(wrong)
