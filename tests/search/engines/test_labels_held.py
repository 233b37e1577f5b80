import pytest

from search.engines.database.filters import labels_held
from search.models import Labels

pytestmark = pytest.mark.django_db


def test_combinations_that_came_since_are_known() -> None:
    labels_held("default")
    row = Labels.objects.for_slugs({"theme": ["cuckooing"]})
    assert labels_held("default")[row.pk] == {"theme": ("cuckooing",)}


def test_a_number_that_was_given_again_means_what_it_means_now() -> None:
    gone = Labels.objects.for_slugs({"theme": ["cuckooing"]})
    labels_held("default")
    number = gone.pk
    gone.delete()
    Labels.objects.create(pk=number, digest="0" * 64, slugs={"theme": ["weapons"]})
    assert labels_held("default")[number] == {"theme": ("weapons",)}


def test_what_is_known_is_not_read_again(django_assert_num_queries) -> None:
    Labels.objects.for_slugs({"theme": ["cuckooing"]})
    labels_held("default")
    with django_assert_num_queries(1):
        labels_held("default")
