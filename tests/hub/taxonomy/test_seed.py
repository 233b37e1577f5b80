import pytest

from hub.taxonomy.models import AgencyType, Theme
from hub.taxonomy.seed import seed_taxonomy

pytestmark = pytest.mark.django_db


def test_a_new_hub_has_the_seven_themes_in_order() -> None:
    assert list(Theme.objects.values_list("slug", flat=True)) == [
        "leadership",
        "mapping",
        "effective-practice",
        "assessment-referral",
        "community-engagement",
        "partnership",
        "breaking-the-cycle",
    ]


def test_a_new_hub_has_the_eight_agency_types() -> None:
    assert AgencyType.objects.count() == 8


def test_seeding_again_leaves_a_changed_name() -> None:
    Theme.objects.filter(slug="mapping").update(name="Knowing your area")
    seed_taxonomy()
    assert Theme.objects.get(slug="mapping").name == "Knowing your area"


def test_seeding_puts_back_what_is_missing() -> None:
    AgencyType.objects.filter(slug="health").delete()
    seed_taxonomy()
    assert AgencyType.objects.filter(slug="health").exists()
