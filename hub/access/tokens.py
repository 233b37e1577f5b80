"""Tokens are what a person holds and what a clause asks for: short strings, one per idea."""

from hub.access.enums import Role

PUBLIC = "public"
MEMBER = "member"
NOBODY = "nobody"


def role_token(role: Role | str) -> str:
    return f"role:{Role(role).value}"


def group_token(group_id: int) -> str:
    return f"group:{group_id}"


def organisation_token(organisation_id: int) -> str:
    return f"organisation:{organisation_id}"


def area_token(area_id: int) -> str:
    return f"area:{area_id}"


PRACTITIONER = role_token(Role.PRACTITIONER)
