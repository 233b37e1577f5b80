"""Each operation of the real CMS leaves the rows right at every commit on its way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from hub.access.enums import Role
from hub.access.readers import Reader
from hub.access.tokens import MEMBER, PUBLIC, group_token
from hub.guidance.models import GuidanceIndexPage, GuidancePage
from hub.legislation.models import ActPage, ProvisionPage
from tests.factories import pages
from tests.factories.people import UserFactory, in_group, sign_in, with_role
from tests.search.sync.oracle import every_moment, faults

pytestmark = pytest.mark.django_db


@dataclass
class Tree:
    """An act with two provisions, a closed act with one, a draft, a group and who is in it."""

    act: ActPage
    provision: ProvisionPage
    closed_act: ActPage
    secret: ProvisionPage
    page: GuidancePage
    group: Group
    insider: Reader
    client: Client

    def post(self, address: str, data: object) -> None:
        response = self.client.post(f"/cms/{address}", data)
        assert response.status_code in {200, 302}, response.content[:500]

    def edit(self, page: Page, **changes: str) -> None:
        """The editor's own form, sent back with some fields changed."""
        address = f"pages/{page.pk}/edit/"
        form = querydict_from_html(
            self.client.get(f"/cms/{address}").content.decode(), form_id="page-edit-form"
        )
        self.send(address, form, filled_in(type(page)) | changes)

    def add(self, changes: dict[str, str]) -> None:
        index = GuidanceIndexPage.objects.get()
        address = f"pages/add/guidance/guidancepage/{index.pk}/"
        form = querydict_from_html(
            self.client.get(f"/cms/{address}").content.decode(), form_id="page-edit-form"
        )
        named = {"title": "A new page", "slug": "a-new-page"}
        self.send(address, form, filled_in(GuidancePage) | named | changes)

    def send(self, address: str, form: object, changes: dict[str, str]) -> None:
        data = form.copy()
        for name, value in changes.items():
            data[name] = value
        response = self.client.post(f"/cms/{address}", data)
        assert response.status_code == 302, response.context["form"].errors

    def close(self, page: Page, *groups: Group, restriction: str = "groups") -> None:
        data = {"restriction_type": restriction, "groups": [g.pk for g in groups], "password": ""}
        self.post(f"pages/{page.pk}/privacy/", data)

    def bulk(self, action: str, *targets: Page, **data: object) -> None:
        ids = "&".join(f"id={page.pk}" for page in targets)
        self.post(f"bulk/wagtailcore/page/{action}/?next=/cms/&{ids}", data)


def filled_in(model: type[Page]) -> dict[str, str]:
    """What readers need of a page, as the editor's script sends it: all other streams are empty."""
    streams = [field.name for field in model._meta.fields if isinstance(field, StreamField)]
    blocks = {name: streamfield([]) for name in streams}
    if "body" in streams:
        blocks["body"] = streamfield([("heading", "What it is about")])
    return {"summary": "What it gives.", **nested_form_data(blocks)}


def administrator_in(group: Group) -> Client:
    """The CMS hides from an administrator, too, what is closed to groups they are not in."""
    person = in_group(with_role(UserFactory(), Role.ADMINISTRATOR), group.name)
    return sign_in(Client(), person, mfa=True)


@pytest.fixture
def tree() -> Tree:
    group = Group.objects.create(name="Task group")
    act = pages.act(title="Open Act")
    closed_act = pages.act(title="Closed Act")
    tree = Tree(
        act=act,
        provision=pages.provision(under=act, title="Open duty"),
        closed_act=closed_act,
        secret=pages.provision(under=closed_act, title="Secret duty"),
        page=pages.guidance(title="A page"),
        group=group,
        insider=Reader(-2, frozenset({PUBLIC, MEMBER, group_token(group.pk)})),
        client=administrator_in(group),
    )
    pages.provision(under=act, title="Open power")
    pages.restrict(closed_act, group)
    pages.index_page(GuidanceIndexPage)
    return tree


def publish_edit(tree: Tree) -> None:
    tree.edit(tree.page, title="A better title", **{"action-publish": "1"})


def save_draft(tree: Tree) -> None:
    tree.edit(tree.page, title="Not yet public")


def create_draft(tree: Tree) -> None:
    tree.add({})


def create_and_publish(tree: Tree) -> None:
    tree.add({"action-publish": "1"})


def unpublish(tree: Tree) -> None:
    tree.post(f"pages/{tree.page.pk}/unpublish/", {})


def unpublish_with_descendants(tree: Tree) -> None:
    tree.post(f"pages/{tree.act.pk}/unpublish/", {"include_descendants": "on"})


def move_into_closed(tree: Tree) -> None:
    tree.post(f"pages/{tree.provision.pk}/move/{tree.closed_act.pk}/confirm/", {})


def move_out_of_closed(tree: Tree) -> None:
    tree.post(f"pages/{tree.secret.pk}/move/{tree.act.pk}/confirm/", {})


def copy_form(tree: Tree, page: Page, slug: str, **extra: str) -> dict[str, object]:
    parent = page.get_parent().pk
    return {"new_title": slug, "new_slug": slug, "new_parent_page": parent, **extra}


def copy_closed_and_publish(tree: Tree) -> None:
    data = copy_form(tree, tree.closed_act, "copy", copy_subpages="on", publish_copies="on")
    tree.post(f"pages/{tree.closed_act.pk}/copy/", data)


def copy_as_alias(tree: Tree) -> None:
    data = copy_form(tree, tree.closed_act, "alias", copy_subpages="on", alias="on")
    tree.post(f"pages/{tree.closed_act.pk}/copy/", data)


def close_after_alias(tree: Tree) -> None:
    data = copy_form(tree, tree.act, "alias", copy_subpages="on", alias="on")
    tree.post(f"pages/{tree.act.pk}/copy/", data)
    tree.close(tree.act, tree.group)


def delete_subtree(tree: Tree) -> None:
    tree.post(f"pages/{tree.act.pk}/delete/", {})


def change_slug(tree: Tree) -> None:
    tree.edit(tree.act, slug="renamed", **{"action-publish": "1"})


def close_to_group(tree: Tree) -> None:
    tree.close(tree.act, tree.group)


def close_to_public(tree: Tree) -> None:
    tree.close(tree.act, restriction="login")


def open_again(tree: Tree) -> None:
    tree.close(tree.closed_act, restriction="none")


def close_list_above(tree: Tree) -> None:
    tree.close(tree.act.get_parent(), restriction="login")


def change_group(tree: Tree) -> None:
    tree.close(tree.closed_act, Group.objects.create(name="Another group"))


def bulk_unpublish(tree: Tree) -> None:
    tree.bulk("unpublish", tree.act, tree.page, include_descendants="on")


def bulk_publish(tree: Tree) -> None:
    tree.bulk("unpublish", tree.act, tree.page, include_descendants="on")
    tree.bulk("publish", tree.act, tree.page, include_descendants="on")


def bulk_move(tree: Tree) -> None:
    tree.bulk("move", tree.provision, chooser=tree.closed_act.pk)


def bulk_delete(tree: Tree) -> None:
    tree.bulk("delete", tree.act, tree.page)


def convert_alias(tree: Tree) -> None:
    copy_as_alias(tree)
    alias = ActPage.objects.get(slug="alias")
    tree.post(f"pages/{alias.pk}/convert_alias/", {})


def publish_on_schedule(tree: Tree) -> None:
    tree.page.unpublish()
    tree.page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = tree.page.save_revision()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=tree.page.go_live_at)
    call_command("publish_scheduled")


def expire_on_schedule(tree: Tree) -> None:
    past = timezone.now() - timedelta(minutes=1)
    Page.objects.filter(pk=tree.page.pk).update(expire_at=past)
    Page.objects.get(pk=tree.page.pk).specific.save()
    call_command("publish_scheduled")


Operation = Callable[[Tree], None]
IN_CMS = (
    save_draft,
    publish_edit,
    create_draft,
    create_and_publish,
    unpublish,
    unpublish_with_descendants,
    move_into_closed,
    move_out_of_closed,
    copy_closed_and_publish,
    copy_as_alias,
    close_after_alias,
    convert_alias,
    delete_subtree,
    change_slug,
    close_to_group,
    close_to_public,
    close_list_above,
    open_again,
    change_group,
    bulk_publish,
    bulk_unpublish,
    bulk_move,
    bulk_delete,
)
ON_SCHEDULE = (publish_on_schedule, expire_on_schedule)


def state() -> tuple[set[object], ...]:
    """What an operation changes in the content; one that changes nothing proves nothing."""
    fields = ("pk", "path", "url_path", "live", "title", "draft_title", "live_revision", "alias_of")
    restrictions = PageViewRestriction.objects.values_list("page", "restriction_type", "groups")
    return set(Page.objects.values_list(*fields)), set(restrictions)


@pytest.mark.parametrize("operation", IN_CMS, ids=lambda operation: operation.__name__)
def test_rows_are_right_at_every_commit(operation: Operation, tree: Tree) -> None:
    before = state()
    with every_moment(tree.insider) as moments:
        operation(tree)
    assert state() != before
    assert moments.seen > 0
    assert moments.faults == []


@pytest.mark.parametrize("operation", ON_SCHEDULE, ids=lambda operation: operation.__name__)
def test_rows_are_right_after_the_schedule(operation: Operation, tree: Tree) -> None:
    operation(tree)
    assert faults(tree.insider) == []
