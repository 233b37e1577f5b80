import pytest
from django.contrib.auth.models import Group
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.permissions import policy_registry

from hub.access.collections import readable_media, rule_of_collection
from hub.access.enums import Role
from hub.access.groups import sync_groups
from hub.access.readers import ANONYMOUS, reader_for
from hub.access.rules import EVERYONE
from tests.factories.people import UserFactory, in_group, with_role

pytestmark = pytest.mark.django_db
Document = get_document_model()


@pytest.fixture
def shelf() -> Collection:
    """A collection for the group Red, with an open one inside it."""
    root = Collection.objects.get(depth=1)
    outer = root.add_child(instance=Collection(name="Outer"))
    made = CollectionViewRestriction.objects.create(collection=outer, restriction_type="groups")
    made.groups.add(Group.objects.get_or_create(name="Red")[0])
    return outer.add_child(instance=Collection(name="Inner"))


def test_a_collection_inside_a_closed_one_is_closed(shelf: Collection) -> None:
    rule = rule_of_collection(shelf)
    assert not ANONYMOUS.may_read(rule)
    assert reader_for(in_group(UserFactory(), "Red")).may_read(rule)


def test_a_second_restriction_further_in_adds_to_the_first(shelf: Collection) -> None:
    made = CollectionViewRestriction.objects.create(collection=shelf, restriction_type="groups")
    made.groups.add(Group.objects.get_or_create(name="Green")[0])
    assert not reader_for(in_group(UserFactory(), "Green")).may_read(rule_of_collection(shelf))
    both = in_group(in_group(UserFactory(), "Red"), "Green")
    assert reader_for(both).may_read(rule_of_collection(shelf))


def test_the_root_collection_is_for_everyone() -> None:
    assert rule_of_collection(Collection.objects.get(depth=1)) == EVERYONE


def test_lists_of_documents_leave_out_what_is_closed(shelf: Collection) -> None:
    closed = Document.objects.create(title="Closed", file="c.pdf", collection=shelf)
    shown = Document.objects.create(title="Open", file="o.pdf")
    assert list(readable_media(Document.objects.all(), ANONYMOUS)) == [shown]
    red = reader_for(in_group(UserFactory(), "Red"))
    assert set(readable_media(Document.objects.all(), red)) == {closed, shown}


def test_staff_may_change_only_files_that_they_may_read(shelf: Collection) -> None:
    closed = Document.objects.create(title="Closed", file="c.pdf", collection=shelf)
    policy = policy_registry.get_by_type(Document)
    reviewer = with_role(UserFactory(), Role.REVIEWER)
    sync_groups(reviewer)
    assert not policy.user_has_permission_for_instance(reviewer, "change", closed)
    red = with_role(in_group(UserFactory(), "Red"), Role.REVIEWER)
    sync_groups(red)
    assert policy.user_has_permission_for_instance(red, "change", closed)
