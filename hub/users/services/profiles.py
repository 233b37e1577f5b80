from django.db import transaction

from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.models import Profile, User


@transaction.atomic
def update_profile(
    *,
    person: User,
    name: str,
    job_title: str,
    agency_type: AgencyType | None,
    organisation: Organisation | None,
    area: Area | None,
) -> Profile:
    """Stores what a person says of themselves. It changes nobody's access."""
    person.name = name
    person.save(update_fields=["name"])
    profile, _ = Profile.objects.update_or_create(
        user=person,
        defaults={
            "job_title": job_title,
            "agency_type": agency_type,
            "organisation": organisation,
            "area": area,
        },
    )
    return profile
