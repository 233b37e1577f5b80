import pytest

from hub.access.rules import rule
from hub.access.tokens import MEMBER
from hub.forum.models import HouseRules, Space
from hub.forum.services import save_space, set_house_rules

pytestmark = pytest.mark.django_db


def test_a_space_is_changed_by_its_slug() -> None:
    save_space(slug="law", name="Law")
    save_space(slug="law", name="Law and powers", rule=rule([MEMBER]))
    space = Space.objects.get()
    assert (space.name, space.rule) == ("Law and powers", rule([MEMBER]))


def test_a_space_can_be_opened_to_everyone_again() -> None:
    save_space(slug="law", name="Law", rule=rule([MEMBER]))
    assert not save_space(slug="law", name="Law").is_private


def test_house_rules_are_rendered_safely() -> None:
    assert "<script" not in set_house_rules(body="Be kind. <script>x</script>").html


def test_the_same_house_rules_again_change_nothing() -> None:
    set_house_rules(body="Be kind.")
    set_house_rules(body="Be kind.")
    assert HouseRules.objects.count() == 1
