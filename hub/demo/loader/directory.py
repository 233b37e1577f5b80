"""People of the directory beside the ten, and what each lets it say of them."""

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from hub.demo.people import Row, email_of, furnish, load_organisations
from hub.directory.services import save_listing
from hub.taxonomy.models import Area, Organisation, Theme
from hub.users.models import User

People = Mapping[str, User]


@transaction.atomic
def load_directory(content: Mapping[str, Any], people: People) -> None:
    """Makes who is missing. Whoever changed or left their entry stays as they are.

    An entry comes with its person; the ten, who were there before, get theirs the first time.
    """
    areas = {area.slug: area for area in Area.objects.all()}
    load_organisations(content["organisations"], areas)
    organisations = {row.slug: row for row in Organisation.objects.all()}
    known = known_of(content["people"])
    new = {
        row["key"]: make_person(row, areas, organisations)
        for row in content["people"]
        if email_of(row["key"]) not in known
    }
    list_people(content["listings"], new if known else {**people, **new})


def known_of(rows: list[Row]) -> set[str]:
    addresses = [email_of(row["key"]) for row in rows]
    return set(User.objects.filter(email__in=addresses).values_list("email", flat=True))


def make_person(row: Row, areas: dict[str, Area], organisations: dict[str, Organisation]) -> User:
    """Without a password: nobody signs in as somebody of the directory."""
    person = User.objects.create_user(email_of(row["key"]))
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return furnish(person, row, areas, organisations)


def list_people(rows: list[Row], people: People) -> None:
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    for row in rows:
        if row["person"] in people:
            save_listing(
                person=people[row["person"]],
                is_listed=row["listed"],
                work_name=row.get("work_name", ""),
                helps_with=row["helps_with"],
                themes=[themes[slug] for slug in row["themes"]],
            )
