"""The demonstration's areas, organisations and ten people. All are invented."""

import base64
import hashlib
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.db import transaction

from hub.access.enums import EVERYDAY_ROLES, Role
from hub.access.services import grant_membership
from hub.demo.loader.content import read
from hub.taxonomy.enums import AreaKind
from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.demonstration import DEMONSTRATION_DOMAIN
from hub.users.enums import Proof
from hub.users.models import OrganisationDomain, User
from hub.users.services import save_domain, update_profile
from hub.users.services.verifying import give

AREA_KINDS = {"force": AreaKind.POLICE_FORCE, "partnership": AreaKind.PARTNERSHIP}

Row = dict[str, Any]


@transaction.atomic
def load_people() -> dict[str, User]:
    """The people by key, made where missing. What exists is left as people have edited it.

    Raises RuntimeError outside a demonstration: everybody knows the password.
    """
    if not settings.DEMO:
        raise RuntimeError("Demonstration people belong to a demonstration only.")
    content = read("people")
    areas = load_areas(content["areas"])
    organisations = load_organisations(content["organisations"], areas)
    people = {row["key"]: load_person(row, areas, organisations) for row in content["people"]}
    load_domains(content["domains"], organisations, people["admin"])
    return people


def load_areas(rows: list[Row]) -> dict[str, Area]:
    """Rows name their parent by slug, and a parent stands above its children."""
    areas: dict[str, Area] = {}
    for row in rows:
        defaults = {
            "name": row["name"],
            "kind": AREA_KINDS[row["kind"]],
            "parent": areas[row["parent"]] if row["parent"] else None,
        }
        areas[row["slug"]], _ = Area.objects.get_or_create(slug=row["slug"], defaults=defaults)
    return areas


def load_organisations(rows: list[Row], areas: dict[str, Area]) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    for row in rows:
        defaults = {
            "name": row["name"],
            "agency_type": AgencyType.objects.get(slug=row["agency_type"]),
            "area": areas[row["area"]],
        }
        found[row["slug"]], _ = Organisation.objects.get_or_create(
            slug=row["slug"], defaults=defaults
        )
    return found


def load_domains(rows: list[Row], organisations: dict[str, Organisation], by: User) -> None:
    known = set(OrganisationDomain.objects.values_list("domain", flat=True))
    for row in rows:
        if row["domain"] not in known:
            fields = {**row, "organisation": organisations[row["organisation"]]}
            save_domain(domain=OrganisationDomain(**fields), by=by)


def load_person(row: Row, areas: dict[str, Area], organisations: dict[str, Organisation]) -> User:
    email = email_of(row["key"])
    known = User.objects.filter(email=email).first()
    if known:
        return known
    user = User.objects.create_user(email, settings.DEMO_PASSWORD)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    furnish(user, row, areas, organisations)
    if any(held["role"] not in EVERYDAY_ROLES for held in row["roles"]):
        TOTP.activate(user, authenticator_secret(row["key"]))
    return user


def furnish(
    user: User, row: Row, areas: dict[str, Area], organisations: dict[str, Organisation]
) -> User:
    """Gives a new person their profile and roles."""
    update_profile(
        person=user,
        name=row["name"],
        job_title=row["job_title"],
        agency_type=AgencyType.objects.get(slug=row["agency_type"]),
        organisation=organisations[row["organisation"]],
        area=areas[row["area"]],
    )
    for held in row["roles"]:
        if held["role"] == Role.PRACTITIONER:
            give(person=user, how=Proof.APPROVER, organisation=organisations[held["organisation"]])
        else:
            area = areas[held["area"]] if held["area"] else None
            grant_membership(person=user, role=Role(held["role"]), area=area)
    return user


def email_of(key: str) -> str:
    return f"{key}@{DEMONSTRATION_DOMAIN}"


def authenticator_secret(key: str) -> str:
    """The fixed secret of a demonstration person, in base 32; a real one is random."""
    return base64.b32encode(hashlib.sha1(f"common-ground:{key}".encode()).digest()).decode()  # noqa: S324 - fixed on purpose, guards nothing


def demonstration_authenticators() -> list[Authenticator]:
    """Authenticator apps of the demonstration people. One query."""
    return list(
        Authenticator.objects.filter(
            type=Authenticator.Type.TOTP, user__email__endswith=f"@{DEMONSTRATION_DOMAIN}"
        )
        .select_related("user")
        .order_by("user__email")
    )
