"""One thing in full."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.legislation.enums import Status
from hub.legislation.models import ProvisionVersion
from tests.factories import forum, pages
from tests.factories.courses import course_with_quiz
from tests.factories.people import UserFactory
from tests.hub.api.asking import address_of

pytestmark = pytest.mark.django_db


def test_a_page_is_told_with_its_sections_as_plain_text(client: Client) -> None:
    body = [("heading", "First steps"), ("paragraph", "<p>Ring <b>101</b>.</p>")]
    page = pages.guidance(title="Cuckooing", summary="What to do.", body=body, themes=["mapping"])
    found = client.get(address_of(page)).json()
    assert (found["title"], found["summary"], found["themes"]) == (
        "Cuckooing",
        "What to do.",
        ["mapping"],
    )
    (section,) = found["sections"]
    assert section["text"] == "Ring 101."
    assert section["url"] == f"http://testserver{page.url}#first-steps"


def test_a_page_says_how_fresh_it_is_and_what_to_beware_of(client: Client) -> None:
    due = timezone.localdate() - timedelta(days=1)
    page = pages.guidance(reviewed_on=date(2025, 1, 1), review_on=due)
    found = client.get(address_of(page)).json()
    assert (found["reviewed_on"], found["review_on"]) == ("2025-01-01", due.isoformat())
    assert found["warning"].startswith("Due for review since")


def test_a_withdrawn_page_says_so_and_why(client: Client) -> None:
    page = pages.guidance(withdrawn_on=date(2026, 1, 2), withdrawn_because="Use the new one.")
    found = client.get(address_of(page)).json()
    assert found["withdrawn"] == {"on": "2026-01-02", "because": "Use the new one."}


def test_a_page_names_what_it_rests_on_and_what_rests_on_it(client: Client) -> None:
    law = pages.provision(title="Section 45")
    guide = pages.guidance(title="Cuckooing", links=[law])
    assert [one["title"] for one in client.get(address_of(guide)).json()["rests_on"]] == [
        "Section 45"
    ]
    assert [one["title"] for one in client.get(address_of(law)).json()["used_by"]] == ["Cuckooing"]


def test_a_page_names_its_sources_and_changes(client: Client) -> None:
    source = {"title": "The act", "url": "https://example.org/act", "confidence": "verified"}
    change = {"date": date(2026, 1, 1), "text": "The number changed.", "significance": "minor"}
    page = pages.guidance(sources=[("source", source)], change_notes=[("note", change)])
    found = client.get(address_of(page)).json()
    assert found["sources"][0]["url"] == "https://example.org/act"
    assert found["changes"][-1]["text"] == "The number changed."


def test_a_provision_is_told_with_the_texts_that_held_at_other_times(client: Client) -> None:
    law = pages.provision()
    ProvisionVersion.objects.filter(provision=law).delete()
    for start, test in ((date(2015, 1, 1), "The old test."), (date(2030, 1, 1), "The new test.")):
        ProvisionVersion.objects.create(
            provision=law, effective_from=start, test=test, status=Status.IN_FORCE
        )
    versions = client.get(address_of(law)).json()["versions"]
    assert [(one["valid_from"], one["text"]) for one in versions] == [
        ("2015-01-01", "The old test."),
        ("2030-01-01", "The new test."),
    ]


def test_a_thread_is_told_without_who_wrote_it(client: Client) -> None:
    thread = forum.question(author=UserFactory(name="Aisha Rahman"), title="Who calls?")
    forum.reply(thread, author=UserFactory(name="Ben Okoro"), body="I call.", anonymous=True)
    answer = client.get(f"/api/v1/items/thread/{thread.pk}/")
    assert [section["text"] for section in answer.json()["sections"]][-1] == "I call."
    assert "Aisha" not in answer.content.decode()
    assert "Ben" not in answer.content.decode()


def test_a_thread_s_day_tells_no_hour(client: Client) -> None:
    """The hour may tell who wrote what is anonymous."""
    thread = forum.question()
    found = client.get(f"/api/v1/items/thread/{thread.pk}/").json()
    assert found["updated"] == timezone.localdate(thread.last_post_at).isoformat()


def test_no_page_names_the_people_who_keep_it(client: Client) -> None:
    page = pages.guidance(page_owner=UserFactory(name="Aisha"), reviewer=UserFactory(name="Ben"))
    text = client.get(address_of(page)).content.decode()
    assert "Aisha" not in text
    assert "Ben" not in text


def test_every_kind_of_page_is_told(client: Client) -> None:
    makers = (pages.guidance, pages.practice, pages.tool, pages.provision, pages.act, pages.policy)
    more = (pages.term, pages.intervention, pages.referral, course_with_quiz)
    for make in (*makers, *more):
        page = make()
        found = client.get(address_of(page)).json()
        assert (found["title"], found["url"]) == (page.title, f"http://testserver{page.url}")


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_queries_of_an_item_don_t_grow_with_what_it_names(client: Client) -> None:
    page = pages.guidance(links=[pages.provision()], themes=["mapping"])
    pages.practice(links=[page])
    few = queries(client, address_of(page))
    page.links = [("link", {"page": pages.provision(), "note": ""}) for _ in range(4)]
    page.save()
    for _ in range(4):
        pages.practice(links=[page])
    assert queries(client, address_of(page)) <= few <= 15
