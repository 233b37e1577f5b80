"""Where administrators reach the erasure of somebody's account."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from hub.mydata.cms.erasing import ErasePersonView
from hub.users.models import User


@hooks.register("register_admin_urls")
def erasing_address() -> list[URLPattern]:
    return [path("people/<int:pk>/erase/", ErasePersonView.as_view(), name="cms_erase_person")]


@hooks.register("register_user_listing_buttons")
def erase_button(user: User, request_user: User) -> Iterator[Button]:
    if user.pk != request_user.pk and user.erased_at is None:
        address = reverse("cms_erase_person", args=[user.pk])
        yield Button(_("Erase account"), address, icon_name="bin", priority=90)
