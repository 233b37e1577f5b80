"""A sensitive space: its rule and its lists say the same of everybody."""

import pytest
from django.test import Client
from django.urls import reverse

from hub.access.enums import Marking, Role
from hub.access.markings import SENSITIVE_CLAUSES
from hub.access.models import AccessRule
from hub.access.readers import ANONYMOUS, Reader, reader_for
from hub.access.rules import EVERYONE, Rule, rule
from hub.access.sensitive import SEEN_AT
from hub.access.tokens import MEMBER, area_token
from hub.forum.models import Space, Thread
from hub.forum.services import report_post
from tests.factories.forum import SpaceFactory, question
from tests.factories.people import UserFactory, practitioner_client, sign_in, with_role

pytestmark = pytest.mark.django_db


def space_for(wanted: Rule, marking: Marking) -> Space:
    stored = AccessRule.objects.for_rule(wanted) if wanted else None
    return SpaceFactory(access_rule=stored, marking=marking)


def readers() -> list[Reader]:
    practitioner = with_role(UserFactory(), Role.PRACTITIONER)
    return [
        ANONYMOUS,
        reader_for(UserFactory()),
        reader_for(practitioner),
        reader_for(practitioner, second_factor=False),
        reader_for(with_role(UserFactory(), Role.MODERATOR)),
    ]


@pytest.mark.parametrize("marking", Marking)
@pytest.mark.parametrize("wanted", [EVERYONE, rule([MEMBER]), rule([area_token(5)])])
def test_the_lists_agree_with_the_rule(wanted: Rule, marking: Marking) -> None:
    space = space_for(wanted, marking)
    thread = question(space=space)
    for reader in readers():
        allowed = reader.may_read(space.rule)
        assert Space.objects.readable_by(reader).filter(pk=space.pk).exists() is allowed
        assert Thread.objects.open_to(reader).filter(pk=thread.pk).exists() is allowed


def test_a_sensitive_space_asks_for_a_practitioner_and_a_second_factor() -> None:
    assert space_for(EVERYONE, Marking.OFFICIAL_SENSITIVE).rule == SENSITIVE_CLAUSES


def test_its_addresses_are_missing_for_those_who_are_no_practitioners(client: object) -> None:
    thread = question(space=space_for(EVERYONE, Marking.OFFICIAL_SENSITIVE))
    sign_in(client, UserFactory(), mfa=True)
    for address in (thread.get_absolute_url(), thread.space.get_absolute_url()):
        assert client.get(address).status_code == 404


def test_a_practitioner_with_a_second_factor_reads_and_is_told_who_else_can() -> None:
    thread = question(space=space_for(EVERYONE, Marking.OFFICIAL_SENSITIVE))
    client = practitioner_client()
    assert client.get(thread.get_absolute_url()).status_code == 200
    shown = client.get(thread.space.get_absolute_url()).content.decode()
    assert "signed in with a second step" in shown


def test_a_member_is_not_offered_the_space_to_ask_in(client: object) -> None:
    space = space_for(EVERYONE, Marking.OFFICIAL_SENSITIVE)
    sign_in(client, UserFactory(), mfa=True)
    assert space.name not in client.get(reverse("forum:ask")).content.decode()


def test_the_list_of_reports_bears_the_marking_of_what_it_quotes(client: Client) -> None:
    person = with_role(with_role(UserFactory(), Role.MODERATOR), Role.PRACTITIONER)
    sign_in(client, person, mfa=True)
    assert "cg-marking" not in client.get("/forum/reports/").content.decode()
    thread = question(space=space_for(EVERYONE, Marking.OFFICIAL_SENSITIVE))
    report_post(post=thread.posts.get(), reporter=person, reason="other", note="")
    assert "cg-marking" in client.get("/forum/reports/").content.decode()
    assert SEEN_AT in client.session
