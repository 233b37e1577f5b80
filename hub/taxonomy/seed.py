"""The themes and agency types that the hub is organised by; names may be edited, slugs stay."""

from hub.taxonomy.models import AgencyType, Nation, Theme

THEMES = (
    ("leadership", "Leadership"),
    ("mapping", "Mapping"),
    ("effective-practice", "Effective practice"),
    ("assessment-referral", "Assessment and referral"),
    ("community-engagement", "Community engagement"),
    ("partnership", "Partnership"),
    ("breaking-the-cycle", "Breaking the cycle"),
)
AGENCY_TYPES = (
    ("police", "Police"),
    ("community-safety", "Community safety"),
    ("youth-justice", "Youth justice"),
    ("schools", "Schools and colleges"),
    ("social-care", "Social care"),
    ("health", "Health"),
    ("housing", "Housing"),
    ("charities", "Charities and youth work"),
)

NATIONS = (
    ("england", "England"),
    ("wales", "Wales"),
    ("scotland", "Scotland"),
    ("northern_ireland", "Northern Ireland"),
)


def seed_taxonomy() -> None:
    """Adds what is missing and overwrites nothing that a person has renamed."""
    for order, (slug, name) in enumerate(THEMES, start=1):
        Theme.objects.get_or_create(slug=slug, defaults={"name": name, "order": order})
    for order, (slug, name) in enumerate(AGENCY_TYPES, start=1):
        AgencyType.objects.get_or_create(slug=slug, defaults={"name": name, "order": order})
    for order, (slug, name) in enumerate(NATIONS, start=1):
        Nation.objects.get_or_create(slug=slug, defaults={"name": name, "order": order})
