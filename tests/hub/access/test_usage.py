"""The CMS names a closed page neither where it links to nor where it is typed or chosen."""

import pytest
from django.test import Client
from wagtail.models import Page, ReferenceIndex

from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db

WORD = "Heronsgate"


def closed_page(**fields: object) -> tuple[Page, Client]:
    """A page that carries the word, and a reviewer who may read it."""
    area, page = AreaFactory(), pages.guidance(title=WORD, **fields)
    pages.restrict(page, group_for_area(area))
    insider = with_role(with_role(UserFactory(), Role.REVIEWER), Role.MEMBER, area=area)
    return page, sign_in(Client(), insider, mfa=True)


@pytest.mark.parametrize("path", ["usage/", "usage/?describe_on_delete=1"])
def test_where_it_links_to(path: str) -> None:
    here = pages.guidance(title="Open")
    link = f'<p><a linktype="page" id="{here.pk}">there</a></p>'
    closed, insider = closed_page(body=[{"type": "paragraph", "value": link}])
    ReferenceIndex.create_or_update_for_object(closed)
    address = f"/cms/pages/{here.pk}/{path}"
    assert WORD not in staff_client(Role.REVIEWER).get(address).content.decode()
    assert WORD in insider.get(address).content.decode()


def test_where_its_address_is_typed() -> None:
    closed, _insider = closed_page()
    sent = {"external-link-chooser-url": closed.url, "external-link-chooser-link_text": "x"}
    client = staff_client(Role.REVIEWER)
    answer = client.post("/cms/choose-external-link/", sent).content.decode()
    assert closed.url in answer
    assert WORD not in answer
