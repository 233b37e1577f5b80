import pytest
from django.test import Client
from wagtail.models import Page

from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def test_what_somebody_locked_is_not_shown_to_them_once_it_is_closed() -> None:
    person = with_role(UserFactory(), Role.ADMINISTRATOR)
    page = pages.guidance(title="Locked by me")
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=person)
    client = sign_in(Client(), person, mfa=True)
    assert "Locked by me" in client.get("/cms/reports/locked/").content.decode()
    pages.restrict(page, group_for_area(AreaFactory()))
    assert "Locked by me" not in client.get("/cms/reports/locked/").content.decode()
    assert "Locked by me" not in client.get("/cms/reports/locked/results/").content.decode()
