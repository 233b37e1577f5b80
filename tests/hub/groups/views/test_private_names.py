"""A private group's name is unknown to outsiders: it is missing, and no page tells of it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from hub.access.enums import Role
from hub.groups.models import WorkingGroup
from hub.groups.services import invite, remove_member
from hub.groups.ticks import remind
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.groups import (
    add_member,
    administrator,
    lead,
    make_group,
    owner_of,
    place_in,
    practitioner,
    private_group,
)
from tests.factories.people import staff_client, with_role

pytestmark = pytest.mark.django_db

As = Callable[..., Client]
NAME = "Quernstone"
EVERY_PAGE = ["", "join/", "ask/", "members/", "confirm/", "leave/", "requests/", "invitations/"]


@pytest.fixture
def group() -> WorkingGroup:
    return private_group(name=NAME, purpose=f"{NAME} for us.")


@pytest.mark.parametrize("rest", EVERY_PAGE)
def test_its_pages_are_missing_as_any_that_never_were(
    as_person: As, group: WorkingGroup, rest: str
) -> None:
    client = as_person(lead(), mfa=True)
    for method in (client.get, client.post):
        real = method(f"/groups/{group.slug}/{rest}")
        invented = method(f"/groups/{'0' * 16}/{rest}")
        assert real.status_code == invented.status_code
        assert real.status_code in {404, 405}
        assert real.content == invented.content.replace(b"0" * 16, group.slug.encode())


def test_lists_name_it_to_those_inside_and_to_administrators(
    as_person: As, group: WorkingGroup
) -> None:
    def names_it(person: User, mfa: bool = True) -> bool:
        return NAME in as_person(person, mfa=mfa).get("/groups/").content.decode()

    assert names_it(add_member(group))
    assert names_it(administrator())
    assert not names_it(administrator(), mfa=False)
    assert not names_it(lead())


def test_a_name_that_a_private_group_has_can_be_used(as_person: As, group: WorkingGroup) -> None:
    """“There is one already” would tell that there is."""
    given = {"name": NAME, "purpose": "Another.", "joining": "ask"}
    page = as_person(lead(), mfa=True).post("/groups/start/", given, follow=True)
    assert page.redirect_chain == [(f"/groups/{NAME.lower()}/", 302)]


def test_an_invitation_names_it_to_its_address_only(as_person: As, group: WorkingGroup) -> None:
    person = practitioner()
    address = invite(group=group, email=person.email, by=owner_of(group)).get_absolute_url()
    assert NAME in as_person(person).get(address).content.decode()
    assert as_person(lead(), mfa=True).get(address).status_code == 404
    assert as_person(administrator(), mfa=True).get(address).status_code == 404


def test_no_notice_names_it(group: WorkingGroup) -> None:
    person = add_member(group, ends_on=group.created_at.date())
    remind()
    remove_member(
        group=group, place=place_in(group, person), by=owner_of(group), reason="Moved on."
    )
    told = Notice.objects.filter(person=person)
    assert (told.count(), told.filter(text__contains=NAME).count()) == (2, 0)


def test_the_account_page_names_no_group(as_person: As, group: WorkingGroup) -> None:
    page = as_person(add_member(group)).get("/account/").content.decode()
    assert NAME not in page
    assert "Owner of a group" not in page


def privacy(page: Page) -> str:
    return reverse("wagtailadmin_pages:set_privacy", args=[page.pk])


@pytest.fixture
def page() -> Page:
    return Page.objects.get(depth=2)


def reviewer(client_of: As, group: WorkingGroup | None = None) -> Client:
    person = with_role(practitioner(), Role.REVIEWER)
    if group:
        add_member(group, person)
    return client_of(person, mfa=True)


def test_the_privacy_form_offers_what_the_editor_may_know(
    as_person: As, group: WorkingGroup, page: Page
) -> None:
    make_group(name="Listed")
    outside = reviewer(as_person).get(privacy(page)).json()["html"]
    assert NAME not in outside
    assert "Listed" in outside
    assert "Practitioner" in outside
    assert NAME in reviewer(as_person, group).get(privacy(page)).json()["html"]
    assert NAME in staff_client().get(privacy(page)).json()["html"]


def test_nobody_restricts_a_page_to_a_group_they_may_not_know(
    as_person: As, group: WorkingGroup, page: Page
) -> None:
    sent = {"restriction_type": "groups", "groups": [group.group_id]}
    answer = reviewer(as_person).post(privacy(page), sent).json()
    assert answer["step"] == "set_privacy"
    assert not PageViewRestriction.objects.exists()


def test_a_group_that_an_editor_does_not_see_stays_chosen(
    as_person: As, group: WorkingGroup, page: Page
) -> None:
    listed = make_group(owner=practitioner())
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.set([group.group, listed.group])
    other = make_group()
    client = as_person(with_role(owner_of(listed), Role.REVIEWER), mfa=True)
    answer = client.post(privacy(page), {"restriction_type": "groups", "groups": [other.group_id]})
    assert answer.json()["step"] == "set_privacy_done"
    assert set(restriction.groups.all()) == {group.group, other.group}


@pytest.mark.parametrize(
    ("name", "words"), [("wagtailusers_groups:index", NAME), ("memberships:index", "")]
)
def test_lists_of_groups_and_memberships_are_for_administrators(
    as_person: As, group: WorkingGroup, name: str, words: str
) -> None:
    shown = f"{NAME} (group:"
    answer = reviewer(as_person).get(reverse(name), {"q": words}, follow=True)
    assert shown not in answer.content.decode()
    assert shown in staff_client().get(reverse(name), {"q": words}).content.decode()


def test_a_group_is_never_deleted_in_the_cms(group: WorkingGroup) -> None:
    address = reverse("wagtailusers_groups:delete", args=[group.group_id])
    assert staff_client().post(address).status_code == 404
    assert WorkingGroup.objects.filter(pk=group.pk).exists()


def test_search_does_not_find_it(as_person: As, group: WorkingGroup) -> None:
    page = as_person(add_member(group)).get("/search/", {"q": NAME}).content.decode()
    assert f"/groups/{group.slug}/" not in page


def test_a_stranger_is_asked_to_sign_in_for_any_group(client: Client, group: WorkingGroup) -> None:
    for slug in (group.slug, "0" * 16):
        assert client.get(f"/groups/{slug}/").status_code == 302
