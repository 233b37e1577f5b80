"""What a group is called, and that a private one's name and address tell outsiders nothing."""

import pytest
from django.contrib.auth.models import Group

from hub.groups.enums import Joining
from hub.groups.services import change_group
from tests.factories.groups import make_group, owner_of, private_group

pytestmark = pytest.mark.django_db


def test_the_row_in_the_cms_has_the_name_of_the_group() -> None:
    group = make_group(name="Ardale lines")
    assert (group.slug, group.group.name) == ("ardale-lines", "Ardale lines")


def test_another_group_of_that_name_is_left_alone() -> None:
    taken = Group.objects.create(name="Ardale lines")
    group = make_group(name="Ardale lines")
    taken.refresh_from_db()
    assert taken.name == "Ardale lines"
    assert group.group.name == f"Ardale lines (group:{group.group_id})"


def test_the_address_of_a_private_group_says_nothing_of_its_name() -> None:
    group = private_group(name="Ardale lines")
    assert "ardale" not in group.slug


def test_a_private_group_of_a_name_changes_nothing_for_the_next() -> None:
    """Otherwise a number at the end would tell that there is one."""
    private_group(name="Ardale lines")
    group = make_group(name="Ardale lines")
    assert (group.name, group.slug, group.group.name) == (
        "Ardale lines",
        "ardale-lines",
        "Ardale lines",
    )


def test_two_listed_groups_of_a_name_have_two_addresses() -> None:
    first, second = make_group(name="Ardale"), make_group(name="Ardale")
    assert first.slug != second.slug


@pytest.mark.parametrize("name", ["Start", "Invitations", "!!"])
def test_a_name_never_takes_an_address_of_ours(name: str) -> None:
    assert make_group(name=name).slug not in {"start", "invitations", ""}


def test_a_group_that_becomes_private_leaves_its_address_and_name_to_others() -> None:
    group = make_group(name="Ardale", practitioners_only=True)
    about = {"name": "Ardale", "purpose": "To share.", "joining": Joining.INVITATION}
    change_group(group=group, by=owner_of(group), **about, is_private=True)
    other = make_group(name="Ardale")
    assert (other.slug, other.group.name) == ("ardale", "Ardale")


def test_a_private_group_is_by_invitation_and_a_sensitive_one_for_practitioners() -> None:
    private = make_group(is_private=True, joining=Joining.OPEN)
    sensitive = make_group(is_sensitive=True, practitioners_only=False)
    assert private.joining == Joining.INVITATION
    assert sensitive.practitioners_only


def test_a_notice_or_mail_calls_a_private_group_only_that() -> None:
    assert (private_group(name="Ardale").told_name, make_group(name="Borland").told_name) == (
        "a private group",
        "“Borland”",
    )
