"""Guidance as a person at work meets it."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from hub.guidance.models import GuidancePage
from hub.users.models import User
from tests.factories.pages import guidance, provision
from tests.factories.people import AgencyTypeFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

NOTES = [
    ("note", {"agency": "police", "text": "<p>Get an appropriate adult.</p>"}),
    ("note", {"agency": "housing", "text": "<p>Ask whether the tenant is safe.</p>"}),
]


def steps(count: int) -> list[tuple[str, str]]:
    return [("step", f"Step number {number}") for number in range(1, count + 1)]


def worker_in(slug: str) -> User:
    user = UserFactory()
    user.profile.agency_type = AgencyTypeFactory(slug=slug)
    user.profile.save()
    return user


def note_names(client: Client, page: GuidancePage) -> list[str]:
    return [note.name for note in client.get(page.url).context["agency_notes"]]


def test_what_to_do_comes_before_everything_that_explains_it(client: Client) -> None:
    page = guidance(summary="In short.", what_to_do=steps(2), body=[("heading", "Why it matters")])
    html = client.get(page.url).content.decode()
    assert (
        html.index("In short.") < html.index("Step number 1") < html.index(">Why it matters</h2>")
    )


def test_the_first_screen_says_how_long_it_takes_to_read(client: Client) -> None:
    page = guidance(body=[("paragraph", f"<p>{'word ' * 441}</p>")])
    assert page.minutes_to_read == 3
    assert b"3 minutes to read" in client.get(page.url).content


def test_five_steps_are_fine_and_six_are_not() -> None:
    page = guidance(what_to_do=steps(5))
    block = GuidancePage._meta.get_field("what_to_do").stream_block
    assert len(block.clean(page.what_to_do)) == 5
    page.what_to_do = steps(6)
    with pytest.raises(ValidationError) as raised:
        block.clean(page.what_to_do)
    assert "5" in str(raised.value.non_block_errors)


def test_notes_stand_in_the_editors_order_for_a_stranger(client: Client) -> None:
    assert note_names(client, guidance(agency_notes=NOTES)) == ["Police", "Housing"]


def test_the_readers_own_agency_comes_first(client: Client) -> None:
    page = guidance(agency_notes=NOTES)
    sign_in(client, worker_in("housing"))
    assert note_names(client, page) == ["Housing", "Police"]
    assert client.get(page.url).content.count(b"Your agency") == 1


def test_an_agency_without_a_note_changes_nothing(client: Client) -> None:
    page = guidance(agency_notes=NOTES)
    sign_in(client, worker_in("health"))
    assert note_names(client, page) == ["Police", "Housing"]


def test_a_note_of_an_agency_that_is_gone_is_left_out(client: Client) -> None:
    gone = ("note", {"agency": "abolished", "text": "<p>Nobody.</p>"})
    assert note_names(client, guidance(agency_notes=[gone, *NOTES])) == ["Police", "Housing"]


def test_headings_lead_to_their_place(client: Client) -> None:
    words = ("Why the first day matters", "The first hour", "The law")
    html = client.get(guidance(body=[("heading", text) for text in words]).url).content.decode()
    assert '<a href="#the-first-hour">The first hour</a>' in html
    assert '<h2 id="the-first-hour">The first hour</h2>' in html


def test_every_block_of_a_body_is_drawn(client: Client) -> None:
    page = guidance(
        body=[
            ("steps", {"steps": [{"title": "Listen first", "text": "<p>Write it down.</p>"}]}),
            ("warning_signs", {"title": "Look for", "items": ["Two phones"], "note": ""}),
            ("table", {"caption": "Who calls", "header": ["Who"], "rows": [{"cells": ["Police"]}]}),
            ("quote", {"text": "Nobody asked me.", "attribution": "A young person, 2024"}),
            ("callout", {"title": "Words go on record", "text": "<p>Choose them.</p>"}),
        ]
    )
    html = client.get(page.url).content.decode()
    wanted = ("Listen first", "Two phones", "<caption>Who calls", "Nobody asked me.", "on record")
    assert [words for words in wanted if words not in html] == []


def test_signs_are_never_proof(client: Client) -> None:
    signs = ("warning_signs", {"title": "Look for", "items": ["Two phones"], "note": ""})
    assert b"Signs to weigh, not proof." in client.get(guidance(body=[signs]).url).content


def test_the_briefing_holds_what_a_team_needs_and_no_more(client: Client) -> None:
    page = guidance(
        what_to_do=steps(1),
        body=[("paragraph", "<p>Long explanation.</p>")],
        discussion_questions=[("question", "Who meets the child?")],
        links=[provision(title="Section 45: defence")],
    )
    html = client.get(f"{page.url}?briefing=1").content.decode()
    wanted = ("Step number 1", "Who meets the child?", "Section 45: defence")
    assert [words for words in wanted if words not in html] == []
    assert "Long explanation." not in html


@pytest.mark.parametrize(
    ("status", "said"), [("start_unclear", "(Start to be checked)"), ("in_force", None)]
)
def test_the_briefing_says_where_a_power_may_not_have_started(
    client: Client, status: str, said: str | None
) -> None:
    law = provision(title="Section 4: new duty", versions=[{"status": status}])
    html = client.get(f"{guidance(links=[law]).url}?briefing=1").content.decode()
    line = html.split("Section 4: new duty")[1].split("</li>")[0]
    assert (said in line) if said else ("(" not in line)


def test_the_briefing_prints_how_to_read_its_warning_signs(client: Client) -> None:
    signs = {"title": "Signs", "items": ["A second phone"], "note": "Signs to share, not proof."}
    page = guidance(body=[("warning_signs", signs)])
    html = client.get(f"{page.url}?briefing=1").content.decode()
    assert "Signs to share, not proof." in html


def test_the_briefing_names_the_address_it_was_read_at(client: Client) -> None:
    page = guidance()
    response = client.get(f"{page.url}?briefing=1", headers={"host": "testserver:8001"})
    assert f"http://testserver:8001{page.url}" in response.content.decode()


def test_the_briefing_of_a_closed_page_is_missing_too(client: Client) -> None:
    page = guidance(live=False)
    assert client.get(f"/guidance/{page.slug}/?briefing=1").status_code == 404


def test_search_finds_steps_notes_and_questions() -> None:
    page = guidance(
        what_to_do=steps(1), agency_notes=NOTES, discussion_questions=[("question", "Who calls?")]
    )
    found = {part.anchor: part.text for part in page.search_document().sections}
    assert found["what-to-do-now"] == "Step number 1"
    assert "appropriate adult" in found["agency-notes"]
    assert found["discussion-questions"] == "Who calls?"
