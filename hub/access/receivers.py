"""Keeps what is derived from memberships, areas and organisations in step with them."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import pre_page_move

from hub.access.groups import (
    group_for_agency,
    group_for_area,
    group_for_leads,
    group_for_organisation,
    sync_groups,
)
from hub.access.models import Membership
from hub.access.services import keep_marking
from hub.taxonomy.models import AgencyType, Area, Organisation


def membership_changed(instance: Membership, **_kwargs: Any) -> None:
    sync_groups(instance.person)


def area_saved(instance: Area, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        group_for_area(instance)
        group_for_leads(instance)


def agency_saved(instance: AgencyType, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        group_for_agency(instance)


def organisation_saved(instance: Organisation, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        group_for_organisation(instance)


def page_will_move(instance: Page, parent_page_after: Page, **_kwargs: Any) -> None:
    """The words of a page stay as sensitive as they were where they stood."""
    keep_marking(page=instance, below=parent_page_after)


def connect() -> None:
    post_save.connect(membership_changed, sender=Membership, dispatch_uid="access.member_saved")
    post_delete.connect(membership_changed, sender=Membership, dispatch_uid="access.member_gone")
    pre_page_move.connect(page_will_move, dispatch_uid="access.page_will_move")
    post_save.connect(area_saved, sender=Area, dispatch_uid="access.area_saved")
    post_save.connect(agency_saved, sender=AgencyType, dispatch_uid="access.agency_saved")
    post_save.connect(organisation_saved, sender=Organisation, dispatch_uid="access.org_saved")
