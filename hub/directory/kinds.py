"""People whom colleagues find, and what is done in the directory in the words of the record."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions
from hub.access.models import Membership
from hub.access.registry import Kind, register
from hub.directory import finding
from hub.directory.models import Listing
from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.models import Profile, User

name_actions({"listing.viewed": _("Directory: somebody's entry read")})

register(
    Kind(
        name="person",
        label=_("Colleague"),
        plural=_("Colleagues"),
        icon="users",
        order=120,
        model=User,
        live=finding.live_people,
        readable=finding.readable_people,
        rule=finding.rule_of_person,
        address=finding.address,
        document=finding.document,
        card=finding.card,
        sensitive=finding.everyone,
        leaves_hub=False,
        parts={
            Listing: finding.person_of,
            Membership: finding.person_of,
            Profile: finding.person_of_profile,
            Area: finding.people_in_area,
            Organisation: finding.people_of_organisation,
            AgencyType: finding.people_of_agency,
        },
    )
)
