"""The rows that every hub needs, production too. Safe to run any number of times."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
)

from hub.access.enums import STAFF_ROLES, Role
from hub.access.groups import (
    group_for_agency,
    group_for_area,
    group_for_leads,
    group_for_role,
)
from hub.taxonomy.models import AgencyType, Area

PAGE_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.AUTHOR: ("add_page", "change_page"),
    Role.TRAINER: ("add_page", "change_page"),
    Role.REVIEWER: ("add_page", "change_page", "publish_page"),
    Role.ADMINISTRATOR: (
        "add_page",
        "change_page",
        "publish_page",
        "bulk_delete_page",
        "lock_page",
        "unlock_page",
    ),
}
# Wagtail asks for the permissions of its own image and document models, whichever are in use.
MEDIA_APPS = ("wagtailimages", "wagtaildocs")
MEDIA_PERMISSIONS = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)
# Administrators say which collections there are and for whom, by name alone: that opens no file.
COLLECTION_PERMISSIONS = ("add_collection", "change_collection", "delete_collection")
# Wagtail makes these two; our roles replace them.
WAGTAIL_GROUPS = ("Editors", "Moderators")


def seed_roles() -> None:
    """One group for each role, and the CMS permissions of the roles that work there."""
    Group.objects.filter(name__in=WAGTAIL_GROUPS, access_token=None).delete()
    groups = {role: group_for_role(role, str(role.label)) for role in Role if role != Role.OWNER}
    seed_scopes()
    root, collection = seed_roots()
    admin_access = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    media = Permission.objects.filter(
        content_type__app_label__in=MEDIA_APPS, codename__in=MEDIA_PERMISSIONS
    )
    for role in STAFF_ROLES:
        groups[role].permissions.add(*admin_access)
        for permission in page_permissions(role):
            GroupPagePermission.objects.get_or_create(
                group=groups[role], page=root, permission=permission
            )
        for permission in media:
            GroupCollectionPermission.objects.get_or_create(
                group=groups[role], collection=collection, permission=permission
            )
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=COLLECTION_PERMISSIONS
    ):
        GroupCollectionPermission.objects.get_or_create(
            group=groups[Role.ADMINISTRATOR], collection=collection, permission=permission
        )
    groups[Role.ADMINISTRATOR].permissions.set(Permission.objects.all())


def seed_scopes() -> None:
    """A group for everyone of each area and agency type, and for the leads of each area."""
    for area in Area.objects.all():
        group_for_area(area)
        group_for_leads(area)
    for agency_type in AgencyType.objects.all():
        group_for_agency(agency_type)


def seed_roots() -> tuple[Page, Collection]:
    """The tops of the page and media trees. Wagtail makes them in migrations only."""
    locale, _ = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    page = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    return page, Collection.get_first_root_node() or Collection.add_root(name="Root")


def page_permissions(role: Role) -> list[Permission]:
    return list(
        Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=PAGE_PERMISSIONS[role]
        )
    )
