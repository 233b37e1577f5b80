"""Tokens are what a person holds and what a clause asks for: short strings, one per idea."""

from hub.access.enums import Role

PUBLIC = "public"
MEMBER = "member"
NOBODY = "nobody"
# Held by a session that was signed in with a second factor.
SECOND_FACTOR = "second-factor"


def role_token(role: Role | str) -> str:
    return f"role:{Role(role).value}"


def group_token(group_id: int) -> str:
    return f"group:{group_id}"


def organisation_token(organisation_id: int) -> str:
    return f"organisation:{organisation_id}"


def area_token(area_id: int) -> str:
    return f"area:{area_id}"


def agency_token(agency_type_id: int) -> str:
    """Everyone at an organisation of this type."""
    return f"agency:{agency_type_id}"


def lead_token(area_id: int) -> str:
    """The dedicated leads of an area and of the areas in it."""
    return f"lead:{area_id}"


PRACTITIONER = role_token(Role.PRACTITIONER)
