"""The CMS's privacy form names no group that the editor may not know of.

Groups of areas, organisations, agency types and roles stand for what everybody can read elsewhere.
A private group is offered to those who are in it and to administrators; where a page is open to
one that the editor doesn't see, it stays open to it.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import Page, PageViewRestriction

from hub.access.closing import left_open, wider_message
from hub.access.enums import Role
from hub.access.groups import token_of_group
from hub.access.restrictions import clause
from hub.access.rules import Clause, rule
from hub.groups.models import WorkingGroup


def knowable_groups(request: HttpRequest) -> QuerySet[Group]:
    """The groups whose names this editor may read. Groups that stand for nothing are nobody's."""
    groups = Group.objects.select_related("working_group").order_by("name")
    if request.user.is_superuser or request.reader.has_role(Role.ADMINISTRATOR):
        return groups
    known = WorkingGroup.objects.visible_to(request.reader)
    return groups.filter(
        Q(access_token__isnull=False)
        | Q(working_group__in=known)
        | Q(working_group=None, pk__in=request.reader.group_ids)
    )


def name_of(group: Group) -> str:
    """As the hub shows it: the name of its row may carry a number that tells of another."""
    working = getattr(group, "working_group", None)
    return working.name if working else group.name


class PrivacyForm(PageViewRestrictionForm):
    """Keeps what it doesn't show."""

    kept: QuerySet[Group]
    page: Page

    def offer(self, request: HttpRequest, page: Page) -> None:
        self.page = page
        field = self.fields["groups"]
        field.queryset = knowable_groups(request)
        field.label_from_instance = name_of
        held = self.instance.groups.all() if self.instance.pk else Group.objects.none()
        self.kept = held.exclude(pk__in=field.queryset)

    def clean_groups(self) -> Any:
        chosen = self.cleaned_data["groups"]
        if self.kept:
            return Group.objects.filter(Q(pk__in=chosen) | Q(pk__in=self.kept))
        return super().clean_groups()

    def clean(self) -> dict[str, Any]:
        """Refuses to close a page whose files, or those of pages below it, would stay open."""
        cleaned = super().clean()
        chosen = cleaned.get("restriction_type", PageViewRestriction.NONE)
        if self.errors or chosen == PageViewRestriction.NONE:
            return cleaned
        added = clause(chosen, map(token_of_group, cleaned.get("groups") or ()))
        names = left_open(self.page, rule(added), instead_of=self.clause_now)
        if names:
            self.add_error("restriction_type", wider_message(names))
        return cleaned

    @property
    def clause_now(self) -> Clause | None:
        """What stands on the page itself until this is saved."""
        if not self.instance.pk:
            return None
        held = PageViewRestriction.objects.get(pk=self.instance.pk)
        return clause(held.restriction_type, map(token_of_group, held.groups.all()))


class PrivacyView(SetPrivacyView):
    form_class = PrivacyForm

    def get_form(self, form_class: type | None = None) -> PrivacyForm:
        form = super().get_form(form_class)
        form.offer(self.request, self.page)
        return form


urlpatterns: list[URLPattern] = [
    path(
        "cms/pages/<int:page_id>/privacy/",
        never_cache(require_admin_access(PrivacyView.as_view())),
    ),
]
