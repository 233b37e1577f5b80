"""Many people in bulk, and sessions of some of them."""

from django.contrib.auth.hashers import make_password
from django.test import Client

from hub.users.models import User
from tests.factories.people import sign_in


def add_people(number: int) -> None:
    """Nobody signs in with a password here."""
    nothing = make_password(None)
    User.objects.bulk_create(
        (
            User(email=f"measured-{n}@example.com", name=f"Person {n}", password=nothing)
            for n in range(number)
        ),
        batch_size=5000,
    )


def first_people(number: int) -> list[User]:
    return list(User.objects.filter(email__startswith="measured-").order_by("pk")[:number])


def cookies(person: User, *, second_factor: bool = False) -> str:
    """Of a session that begins here, since nobody has a password."""
    client = sign_in(Client(), person, mfa=second_factor)
    return f"sessionid={client.cookies['sessionid'].value}"
