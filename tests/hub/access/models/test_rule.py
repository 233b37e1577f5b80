import pytest

from hub.access.models import AccessRule
from hub.access.readers import ANONYMOUS, Reader
from hub.access.rules import EVERYONE, rule
from hub.access.tokens import MEMBER, PUBLIC
from hub.core.per_request import keeping

pytestmark = pytest.mark.django_db


def test_the_same_rule_has_one_row() -> None:
    first = AccessRule.objects.for_rule(rule({MEMBER}, {"group:1", "group:2"}))
    again = AccessRule.objects.for_rule(rule({"group:2", "group:1"}, {MEMBER}))
    assert first == again


def test_a_row_gives_its_rule_back() -> None:
    wanted = rule({MEMBER}, {"group:1", "group:2"})
    assert AccessRule.objects.for_rule(wanted).rule == wanted


def test_a_known_rule_costs_one_query(django_assert_num_queries: object) -> None:
    AccessRule.objects.for_rule(EVERYONE)
    with django_assert_num_queries(1):
        AccessRule.objects.for_rule(EVERYONE)


def test_a_reader_is_allowed_the_rules_that_let_them_in() -> None:
    everyone = AccessRule.objects.for_rule(EVERYONE).pk
    members = AccessRule.objects.for_rule(rule({MEMBER})).pk
    group = AccessRule.objects.for_rule(rule({MEMBER}, {"group:1"})).pk
    member = Reader(user_id=1, tokens=frozenset({PUBLIC, MEMBER}))
    assert set(AccessRule.objects.allowed_ids(ANONYMOUS)) & {everyone, members, group} == {everyone}
    assert set(AccessRule.objects.allowed_ids(member)) & {everyone, members, group} == {
        everyone,
        members,
    }


def test_a_reading_request_asks_once_for_the_rules_of_a_reader(
    django_assert_num_queries: object,
) -> None:
    with keeping(), django_assert_num_queries(1):
        first = AccessRule.objects.allowed_ids(ANONYMOUS)
        assert AccessRule.objects.allowed_ids(Reader()) == first


def test_readers_of_one_request_are_told_apart() -> None:
    members = AccessRule.objects.for_rule(rule({MEMBER})).pk
    member = Reader(user_id=1, tokens=frozenset({PUBLIC, MEMBER}))
    with keeping():
        assert members not in AccessRule.objects.allowed_ids(ANONYMOUS)
        assert members in AccessRule.objects.allowed_ids(member)
