"""What bears a marking says so, and its words go nowhere but onto the page."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from hub.access.enums import Marking, Role
from hub.access.models import AuditRecord, CollectionMarking
from hub.access.registry import kind_named
from hub.access.sensitive import SEEN_AT
from hub.notices.enums import Category
from hub.notices.sending import send_due_notices
from hub.notices.services import notify
from tests.factories.forum import SpaceFactory, question
from tests.factories.pages import guidance, mark_sensitive
from tests.factories.people import (
    UserFactory,
    practitioner_client,
    sign_in,
    staff_client,
    with_role,
)

pytestmark = pytest.mark.django_db

SENTENCE = "Share it only with people who need it for their work."


def sensitive_thread() -> object:
    space = SpaceFactory(marking=Marking.OFFICIAL_SENSITIVE)
    return question(space=space, title="Quietly", body="zebra zebra")


def test_a_marked_page_shows_its_marking_and_what_it_asks_for() -> None:
    page = guidance()
    mark_sensitive(page)
    shown = practitioner_client().get(page.url).content.decode()
    assert "<strong>OFFICIAL-SENSITIVE</strong>" in shown
    assert SENTENCE in shown


def test_a_page_that_is_not_marked_shows_nothing(client: Client) -> None:
    assert "cg-marking" not in client.get(guidance().url).content.decode()


def test_official_is_shown_where_a_setting_says_so(client: Client, settings) -> None:
    settings.SHOW_OFFICIAL_MARKING = True
    shown = client.get(guidance().url).content.decode()
    assert "<strong>OFFICIAL</strong>" in shown
    assert SENTENCE not in shown


def test_a_team_briefing_bears_the_marking_too() -> None:
    page = guidance(what_to_do=[("step", "<p>Call</p>")])
    mark_sensitive(page)
    assert SENTENCE in practitioner_client().get(f"{page.url}?briefing=1").content.decode()


def test_the_text_of_a_marked_page_is_in_no_metadata() -> None:
    page = guidance(summary="zebra zebra")
    mark_sensitive(page)
    head = practitioner_client().get(page.url).content.decode().split("</head>")[0]
    assert "zebra" not in head


def test_threads_and_forms_of_a_marked_space_show_the_marking() -> None:
    thread, client = sensitive_thread(), practitioner_client()
    reply = reverse("forum:reply", args=[thread.pk])
    for address in (thread.get_absolute_url(), thread.space.get_absolute_url(), reply):
        assert SENTENCE in client.get(address).content.decode()


def test_a_session_that_saw_a_marked_thread_ends_sooner() -> None:
    thread, client = sensitive_thread(), practitioner_client()
    client.get(thread.get_absolute_url())
    assert SEEN_AT in client.session


def test_kinds_tell_mail_which_things_are_sensitive() -> None:
    open_page, page, thread = guidance(), guidance(), sensitive_thread()
    mark_sensitive(page)
    assert kind_named("guidance").sensitive({open_page.pk, page.pk}) == {page.pk}
    assert kind_named("thread").sensitive({thread.pk, question().pk}) == {thread.pk}


def test_a_mail_about_a_marked_thread_says_only_that_something_waits() -> None:
    thread = sensitive_thread()
    person = with_role(UserFactory(), Role.PRACTITIONER)
    notify(
        people=[person.pk],
        category=Category.REPLY,
        text="An answer to “Quietly”",
        url=thread.get_absolute_url(),
        kind="thread",
        object_id=thread.pk,
    )
    send_due_notices.func()
    (sent,) = mail.outbox
    assert "Quietly" not in sent.subject + sent.body
    assert "quietly" not in sent.body


def test_a_collection_is_marked_in_the_cms_and_that_is_audited() -> None:
    shelf = Collection.get_first_root_node().add_child(name="Shelf")
    data = {"collection": shelf.pk, "level": Marking.OFFICIAL_SENSITIVE}
    staff_client().post("/cms/marked_collections/new/", data)
    assert CollectionMarking.objects.get().collection == shelf
    assert AuditRecord.objects.filter(subject=f"collection {shelf.pk}").exists()


@pytest.mark.parametrize(
    "reader",
    [
        Client,
        lambda: sign_in(Client(), UserFactory(), mfa=True),
        lambda: practitioner_client(mfa=False),
        staff_client,
    ],
    ids=["stranger", "member", "without a second factor", "administrator"],
)
def test_no_other_address_names_a_marked_thing_to_others(reader: type[Client]) -> None:
    page = guidance(title="Zebrafish", summary="zebrafish", themes=["leadership"])
    mark_sensitive(page)
    space = SpaceFactory(marking=Marking.OFFICIAL_SENSITIVE, name="Zebrafish space")
    question(space=space, title="Zebrafish?", body="zebrafish")
    client = reader()
    for address in (
        "/",
        "/search/?q=zebrafsh",
        "/search/?q=leadership",
        "/sitemap.xml",
        "/guidance/",
        "/themes/leadership/",
        reverse("forum:index"),
        reverse("forum:ask"),
    ):
        assert "zebrafish" not in client.get(address).content.decode().lower()


def test_those_who_may_read_it_find_it_in_lists_and_in_search() -> None:
    mark_sensitive(guidance(title="Zebrafish"))
    SpaceFactory(marking=Marking.OFFICIAL_SENSITIVE, name="Zebrafish space")
    client = practitioner_client()
    for address in ("/guidance/", "/search/?q=zebrafish", reverse("forum:index")):
        assert "Zebrafish" in client.get(address).content.decode()
