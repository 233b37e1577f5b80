import pytest
from django.contrib.auth.models import Group

from hub.access.enums import Marking, Role
from hub.access.models import AccessRule, AuditRecord
from hub.access.rules import rule
from hub.access.tokens import MEMBER, area_token, group_token
from hub.forum.models import HouseRules, Space
from tests.factories.forum import SpaceFactory, moderator_of, space_of_area
from tests.factories.people import AreaFactory, UserFactory, staff_client

pytestmark = pytest.mark.django_db

SPACES = "/cms/snippets/forum/space/"
RULES = "/cms/snippets/forum/houserules/"


def typed(**changes: object) -> dict[str, object]:
    return {
        "name": "Law",
        "slug": "law",
        "description": "",
        "order": 1,
        "icon": "scale",
        "readers": "everyone",
        "marking": "official",
        **changes,
    }


def test_an_administrator_opens_a_space_for_members() -> None:
    staff_client().post(f"{SPACES}add/", typed(readers="members"))
    assert Space.objects.get().rule == rule([MEMBER])


def test_a_space_can_be_opened_to_everyone() -> None:
    space = SpaceFactory(access_rule=AccessRule.objects.for_rule(rule([MEMBER])))
    staff_client().post(f"{SPACES}edit/{space.pk}/", typed())
    space.refresh_from_db()
    assert not space.is_private


def test_a_space_can_be_opened_to_one_area_or_one_working_group() -> None:
    area, panel = AreaFactory(), Group.objects.create(name="The panel")
    for token in (area_token(area.pk), group_token(panel.pk)):
        staff_client().post(f"{SPACES}add/", typed(slug=token.replace(":", "-"), readers=token))
        assert Space.objects.order_by("pk").last().rule == rule([token])


def test_a_space_of_one_area_shows_that_it_is() -> None:
    area = AreaFactory()
    space = space_of_area(area)
    page = staff_client().get(f"{SPACES}edit/{space.pk}/")
    assert page.context["form"]["readers"].value() == area_token(area.pk)


def test_a_group_that_is_none_opens_no_space() -> None:
    staff_client().post(f"{SPACES}add/", typed(readers="area:999999"))
    assert not Space.objects.exists()


def test_rules_of_a_space_name_nobody() -> None:
    said = staff_client().post(f"{SPACES}add/", typed(rules="Ring 07700 900123 first."))
    assert "could point to a real person" in said.content.decode()


def test_a_rule_made_elsewhere_is_kept_unless_another_is_chosen() -> None:
    wanted = rule([area_token(995)])
    space = SpaceFactory(access_rule=AccessRule.objects.for_rule(wanted))
    staff_client().post(f"{SPACES}edit/{space.pk}/", typed(readers="keep"))
    space.refresh_from_db()
    assert (space.name, space.rule) == ("Law", wanted)


def test_a_space_is_marked_and_that_is_audited_once() -> None:
    space = SpaceFactory(access_rule=AccessRule.objects.for_rule(rule([MEMBER])))
    for _ in range(2):
        marked = typed(readers="members", marking="official-sensitive")
        staff_client().post(f"{SPACES}edit/{space.pk}/", marked)
    space.refresh_from_db()
    assert (space.marking, space.readers) == (Marking.OFFICIAL_SENSITIVE, rule([MEMBER]))
    assert AuditRecord.objects.get(action__startswith="marking.").subject == f"space {space.pk}"


def test_a_space_with_an_unusual_rule_does_not_open_by_itself() -> None:
    wanted = rule([area_token(995)])
    space = SpaceFactory(access_rule=AccessRule.objects.for_rule(wanted))
    page = staff_client().get(f"{SPACES}edit/{space.pk}/")
    assert page.context["form"]["readers"].value() == "keep"


def chosen(space: Space) -> set[int]:
    return set(space.moderators.values_list("person_id", flat=True))


def test_moderators_of_a_space_are_chosen_by_their_addresses() -> None:
    first, second = UserFactory(), UserFactory()
    both = f"{first.email.upper()}, {second.email}"
    staff_client().post(f"{SPACES}add/", typed(moderators=both))
    assert chosen(Space.objects.get()) == {first.pk, second.pk}


def test_whoever_is_left_out_moderates_no_longer_and_that_is_audited() -> None:
    space, first, second = SpaceFactory(), UserFactory(), UserFactory()
    moderator_of(space, first)
    staff_client().post(f"{SPACES}edit/{space.pk}/", typed(moderators=second.email))
    assert chosen(space) == {second.pk}
    record = AuditRecord.objects.get(action="forum.moderators_chosen")
    assert record.subject == f"space {space.pk}"


def test_the_moderators_stand_in_the_form() -> None:
    space = SpaceFactory()
    person = moderator_of(space)
    page = staff_client().get(f"{SPACES}edit/{space.pk}/")
    assert page.context["form"]["moderators"].value() == person.email


def test_an_address_without_an_account_is_named_and_nothing_is_saved() -> None:
    said = staff_client().post(f"{SPACES}add/", typed(moderators="nobody@agency.example"))
    assert "nobody@agency.example" in said.content.decode()
    assert not Space.objects.exists()


def test_house_rules_are_written_in_the_cms_and_rendered_safely() -> None:
    staff_client().post(f"{RULES}add/", {"body": "Be **kind**.<script>x</script>"})
    assert "<strong>kind</strong>" in HouseRules.objects.get().html
    assert "<script" not in HouseRules.objects.get().html


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.TRAINER])
def test_authors_open_no_spaces(role: Role) -> None:
    staff_client(role).post(f"{SPACES}add/", typed())
    assert not Space.objects.exists()


def test_a_form_left_open_meanwhile_lowers_no_marking() -> None:
    space, client = SpaceFactory(), staff_client()
    address = f"{SPACES}edit/{space.pk}/"
    shown = client.get(address).content.decode()
    assert 'name="marking-stood" value="official"' in shown
    Space.objects.filter(pk=space.pk).update(marking=Marking.OFFICIAL_SENSITIVE)
    said = client.post(address, typed(**{"marking-stood": "official"})).content.decode()
    space.refresh_from_db()
    assert "changed the marking to OFFICIAL-SENSITIVE" in said
    assert space.marking == Marking.OFFICIAL_SENSITIVE
