from django.utils import timezone

from hub.users.models import User


def anonymise(person: User) -> None:
    """Empties the account's row, which stays as a number for posts and records; safe to repeat.

    `.invalid` is reserved (RFC 2606): no mail can ever reach the address.
    """
    person.email = f"former-member-{person.pk}@erased.invalid"
    person.name = ""
    person.is_active = person.is_superuser = False
    person.last_login = None
    person.erased_at = person.erased_at or timezone.now()
    person.set_unusable_password()
    person.save()
