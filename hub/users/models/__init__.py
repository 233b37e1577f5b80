from hub.users.models.agency import Agency
from hub.users.models.organisation_domain import OrganisationDomain
from hub.users.models.profile import Profile
from hub.users.models.user import User
from hub.users.models.verification import Verification
from hub.users.models.verification_request import VerificationRequest

__all__ = ["Agency", "OrganisationDomain", "Profile", "User", "Verification", "VerificationRequest"]
