"""The report of files that search can't read: what is wrong with each, and none that is closed."""

import pytest
from django.contrib.auth.models import Group

from hub.access.enums import Role
from hub.files.reading import read_files
from tests.factories.files import make_document
from tests.factories.media import collection_for
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db
PAGE, RESULTS = "/cms/unread-files/", "/cms/unread-files/results/"
STAFF = [Role.AUTHOR, Role.TRAINER, Role.REVIEWER, Role.ADMINISTRATOR]


@pytest.mark.parametrize("address", [PAGE, RESULTS])
@pytest.mark.parametrize("role", STAFF)
def test_it_says_which_file_and_what_is_wrong(role: Role, address: str) -> None:
    make_document("broken.pdf", b"no PDF at all", title="Old leaflet")
    make_document("fine.txt", b"Ring the lead", title="Newer leaflet")
    read_files.call()
    said = staff_client(role).get(address).content.decode()
    assert "Old leaflet" in said
    assert "It is damaged, or not what its name says" in said
    assert "Newer leaflet" not in said


def test_a_file_closed_to_the_author_is_not_named() -> None:
    closed = collection_for(Group.objects.create(name="Somebody else"))
    make_document("broken.pdf", b"no PDF at all", title="Operation Nightjar", collection=closed)
    read_files.call()
    assert "Nightjar" not in staff_client(Role.AUTHOR).get(PAGE).content.decode()
