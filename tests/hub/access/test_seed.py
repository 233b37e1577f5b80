import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupPagePermission, Page
from wagtail.permissions import policy_registry

from hub.access.enums import STAFF_ROLES, Role
from hub.access.models import GroupToken
from hub.access.seed import seed_roles
from hub.access.tokens import role_token
from tests.factories.people import UserFactory, with_role

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int, int]:
    return (
        Group.objects.count(),
        GroupPagePermission.objects.count(),
        Group.permissions.through.objects.count(),
    )


def test_every_role_has_its_group() -> None:
    assert set(GroupToken.objects.values_list("token", flat=True)) >= {
        role_token(role) for role in set(Role) - {Role.OWNER}
    }


def test_seeding_again_changes_nothing() -> None:
    before = counts()
    seed_roles()
    assert counts() == before


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OWNER}))
def test_the_roles_of_staff_and_no_others_reach_the_cms(role: Role) -> None:
    person = with_role(UserFactory(), role)
    assert person.has_perm("wagtailadmin.access_admin") is (role in STAFF_ROLES)


def test_only_administrators_may_change_people_and_access() -> None:
    holders = {
        role
        for role in STAFF_ROLES
        if Permission.objects.filter(
            group__access_token__token=role_token(role),
            codename__in=["add_membership", "change_user", "change_group"],
        ).exists()
    }
    assert holders == {Role.ADMINISTRATOR}


@pytest.mark.parametrize("model", [get_document_model(), get_image_model()])
@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_staff_may_add_and_choose_pictures_and_documents(role: Role, model: type) -> None:
    person = with_role(UserFactory(), role)
    policy = policy_registry.get_by_type(model)
    allowed = [policy.user_has_permission(person, act) for act in ("add", "change", "choose")]
    assert allowed == [True, True, True]


def test_other_roles_may_not() -> None:
    person = with_role(UserFactory(), Role.MODERATOR)
    policy = policy_registry.get_by_type(get_document_model())
    assert not policy.user_has_any_permission(person, ["add", "change", "choose"])


def test_authors_may_write_pages_but_not_publish_them() -> None:
    codes = GroupPagePermission.objects.filter(
        group__access_token__token=role_token(Role.AUTHOR)
    ).values_list("permission__codename", flat=True)
    assert set(codes) == {"add_page", "change_page"}


def test_wagtails_own_groups_are_gone() -> None:
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()


def test_the_tops_of_both_trees_come_back_after_a_flush() -> None:
    Page.objects.all().delete()
    Collection.objects.all().delete()
    seed_roles()
    assert Page.objects.filter(depth=1).count() == 1
    assert Collection.objects.filter(depth=1).count() == 1
