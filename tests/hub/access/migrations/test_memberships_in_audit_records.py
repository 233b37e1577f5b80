from importlib import import_module

import pytest
from django.apps import apps

from hub.access.enums import Role
from hub.access.models import AuditRecord, Membership
from hub.access.services import record_audit
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db

MIGRATION = "hub.access.migrations.0003_memberships_in_audit_records_are_bare_ids"


def subject_after(subject: str, action: str = "membership.granted") -> str:
    record = record_audit(action=action, subject=subject, person_id=None)
    import_module(MIGRATION).name_memberships_by_id(apps, None)
    return AuditRecord.objects.get(pk=record.pk).subject


def membership(name: str = "Asha Rao") -> Membership:
    person = with_role(UserFactory(name=name), Role.LEAD, area=AreaFactory(name="Ardale"))
    return person.memberships.get()


@pytest.mark.parametrize("name", ["Asha Rao", ""])
def test_a_name_becomes_the_id_of_the_one_membership_that_reads_so(name: str) -> None:
    row = membership(name)
    assert subject_after(str(row)) == f"membership {row.pk}"


def test_a_name_that_fits_several_is_taken_out_all_the_same() -> None:
    membership()
    assert subject_after(str(membership())) == "membership 0"


def test_a_name_that_fits_none_is_taken_out_too() -> None:
    assert subject_after("Somebody Gone: Author (–)", "membership.ended") == "membership 0"


@pytest.mark.parametrize(
    ("subject", "action"),
    [("membership 7", "membership.granted"), ("post 7", "forum.post_hidden")],
)
def test_an_id_stays(subject: str, action: str) -> None:
    assert subject_after(subject, action) == subject
