"""What a provision says to the powers finder is chosen in the CMS."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from hub.access.enums import Role
from hub.legislation.enums import ProvisionKind
from hub.legislation.models import ProvisionPage
from hub.legislation.powers.enums import Concern, Intrusion, Problem
from hub.taxonomy.models import AgencyType
from tests.factories.pages import findable, provision
from tests.factories.people import staff_client
from tests.hub.legislation.powers.answering import answered

pytestmark = pytest.mark.django_db

SAID = {
    "intrusion": str(Intrusion.PLACE.value),
    "problems": [Problem.DRUGS.value, Problem.PLACE.value],
    "concerns": [Concern.PLACE.value],
}


@pytest.fixture
def editor() -> Client:
    return staff_client(Role.REVIEWER)


def publish(client: Client, page: ProvisionPage, **changed: object) -> str:
    """What the editor says after pressing Publish with these fields changed."""
    address = f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    streams = {name: streamfield([]) for name in ("links", "sources", "change_notes")}
    data.update(nested_form_data(streams))
    for name, value in changed.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    data["action-publish"] = "action-publish"
    return client.post(address, dict(data.lists()), follow=True).content.decode()


def agency(slug: str) -> list[str]:
    return [str(AgencyType.objects.get(slug=slug).pk)]


def test_what_is_chosen_is_what_the_finder_knows(editor: Client) -> None:
    page = provision(summary="Said.", kind=ProvisionKind.POWER, nations=["england"])
    publish(editor, page, **SAID, acting=agency("police"), asking=agency("schools"))
    said = ProvisionPage.objects.get(pk=page.pk)
    assert (said.intrusion, said.problems, said.concerns) == (
        Intrusion.PLACE,
        SAID["problems"],
        SAID["concerns"],
    )
    assert [row.slug for row in (*said.acting.all(), *said.asking.all())] == ["police", "schools"]


def test_what_is_published_is_found_at_once(editor: Client, client: Client) -> None:
    page = provision(title="New power", summary="Said.", kind="power", nations=["england"])
    publish(editor, page, **SAID, acting=agency("police"))
    html = client.get(answered(problem="drugs", about="place")).content.decode()
    assert "New power" in html


def test_what_nobody_would_find_is_not_published(editor: Client) -> None:
    page = provision(summary="Said.", kind="power")
    text = publish(editor, page, intrusion=SAID["intrusion"])
    assert "The finder needs to know in which nations it is law." in text
    assert ProvisionPage.objects.get(pk=page.pk).intrusion is None


def test_a_power_is_not_published_as_a_duty_to_keep_people_safe(editor: Client) -> None:
    page = findable(summary="Said.", kind="power")
    text = publish(editor, page, intrusion=str(Intrusion.SAFEGUARDING.value))
    assert "Only a duty or a defence comes before every power." in text
    assert ProvisionPage.objects.get(pk=page.pk).intrusion == Intrusion.ORDER


def test_a_problem_that_is_not_on_the_list_is_refused(editor: Client) -> None:
    page = findable(summary="Said.")
    publish(editor, page, problems=["made up"])
    assert ProvisionPage.objects.get(pk=page.pk).problems == [Problem.EXPLOITATION.value]


def test_a_draft_brings_back_what_was_chosen() -> None:
    page = findable()
    page.problems = [Problem.DEBT.value]
    page.acting = [AgencyType.objects.get(slug="health")]
    draft = page.save_revision().as_object()
    assert draft.problems == [Problem.DEBT.value]
    assert [row.slug for row in draft.acting.all()] == ["health"]
