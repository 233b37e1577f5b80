"""A restored hub: what must not come back with it."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection

from hub.core.backups.archive import BadArchive, Manifest
from hub.core.backups.postgres import MissingClient
from hub.core.backups.uploads import uploads
from hub.core.backups.whole import put_back
from hub.mydata import ledger
from hub.mydata.models import DataCopy, Erasure
from hub.mydata.services.erasing import end_account
from hub.users.models import User


class NotEmpty(Exception):
    """Somebody's hub is here, and nobody said that it may be replaced."""


class HalfRestored(Exception):
    """It stopped after it had begun: accounts that were erased since may stand here again."""


@dataclass(frozen=True, slots=True)
class Restored:
    manifest: Manifest
    erased_again: int


def restore(source: Path, *, replace: bool = False) -> Restored:
    """Verifies the archive, puts it in the place of what is here, and ends what ended since.

    Raises NotEmpty, BadArchive and MissingClient before anything is touched, HalfRestored after
    that. Everybody signs in again. Safe to run again, however far it came.
    """
    if has_tables():
        if not replace and not is_empty():
            raise NotEmpty
        ledger.write_out()
    try:
        manifest = put_back(source)
        return Restored(manifest, end_what_ended())
    except (BadArchive, MissingClient):
        raise
    except Exception as error:
        raise HalfRestored from error


def end_what_ended() -> int:
    """How many accounts were erased again."""
    call_command("migrate", interactive=False, verbosity=0)
    Session.objects.all().delete()
    DataCopy.objects.all().delete()
    again = erase_again()
    call_command("search_rebuild", verbosity=0)
    return again


def has_tables() -> bool:
    return Erasure._meta.db_table in connection.introspection.table_names()


def is_empty() -> bool:
    """Nobody has an account, and nothing was uploaded."""
    people = User.objects.exists()
    return not people and not any(uploads(Path(settings.MEDIA_ROOT), ()))


def erase_again() -> int:
    """Ends the records of everyone whose account was erased after the backup; how many there were.

    A number may have been given anew after an earlier restore: whoever joined after an erasure
    isn't the one it was about.
    """
    again = 0
    for entry in ledger.entries():
        person = User.objects.filter(
            pk=entry.person_id, erased_at=None, date_joined__lt=entry.erased_at
        ).first()
        if person is None:
            continue
        end_account(
            person=person, at=entry.erased_at, by=None, reason="erased again after a restore"
        )
        again += 1
    return again
