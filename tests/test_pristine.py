"""Each test starts from the migrated database, whatever one before it has committed."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_turn", ["first", "second"])
def test_what_a_test_commits_is_gone_after_it(_turn: str) -> None:
    pages, groups = Page.objects.count(), Group.objects.count()
    assert (pages, groups) != (0, 0)
    assert not Group.objects.filter(name="Committed").exists()
    Group.objects.create(name="Committed")
    Page.objects.update(title="Committed")
    Page.objects.exclude(depth=1).delete()


@pytest.mark.django_db(transaction=True)
def test_what_a_test_deletes_is_back_after_it() -> None:
    assert Page.objects.filter(depth__gt=1).exists()
    assert not Page.objects.filter(title="Committed").exists()
    assert ContentType.objects.get_for_model(Page).pk
