import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from hub.taxonomy.enums import AreaKind
from hub.taxonomy.models import Area
from tests.factories.people import AreaFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def test_those_above_are_found_with_one_query(django_assert_num_queries: object) -> None:
    top = AreaFactory()
    middle = AreaFactory(parent=top)
    low = AreaFactory(parent=middle)
    AreaFactory(parent=top)
    with django_assert_num_queries(1):
        found = Area.objects.all().with_those_above({low.pk})
    assert found == {top.pk, middle.pk, low.pk}


def test_no_area_has_nothing_above_it() -> None:
    assert Area.objects.all().with_those_above(set()) == set()


def test_a_loop_in_stored_rows_ends() -> None:
    first = AreaFactory()
    second = AreaFactory(parent=first)
    Area.objects.filter(pk=first.pk).update(parent=second)
    assert Area.objects.all().with_those_above({first.pk}) == {first.pk, second.pk}


@pytest.mark.parametrize("levels", [0, 1, 2])
def test_an_area_cannot_be_put_inside_itself(levels: int) -> None:
    area = inner = AreaFactory()
    for _ in range(levels):
        inner = AreaFactory(parent=inner)
    area.parent = inner
    with pytest.raises(ValidationError, match="inside itself"):
        area.clean()


def test_an_area_may_move_to_another_parent() -> None:
    area = AreaFactory(parent=AreaFactory())
    area.parent = AreaFactory()
    area.clean()
    assert area.parent_id


def test_partnerships_are_told_from_force_areas() -> None:
    AreaFactory(kind=AreaKind.POLICE_FORCE)
    partnership = AreaFactory(kind=AreaKind.PARTNERSHIP)
    assert list(Area.objects.all().partnerships()) == [partnership]


def test_an_area_that_something_rests_on_cannot_be_deleted() -> None:
    organisation = OrganisationFactory()
    with pytest.raises(ProtectedError):
        organisation.area.delete()


def test_two_areas_cannot_share_a_slug() -> None:
    Area.objects.create(slug="same", name="One", kind=AreaKind.PARTNERSHIP)
    with pytest.raises(IntegrityError):
        Area.objects.create(slug="same", name="Two", kind=AreaKind.PARTNERSHIP)
