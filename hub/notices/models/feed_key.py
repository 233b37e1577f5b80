import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone


def new_seed() -> str:
    """128 bits that nobody guesses, in hexadecimal."""
    return secrets.token_hex(16)


class FeedKey(models.Model):
    """What opens a person's private feeds to a program that can't sign in.

    The row alone opens nothing: the address bears the seed and our signature of it, which is stored
    nowhere. Another seed ends the addresses that were given away.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed_key"
    )
    seed = models.CharField(max_length=32, unique=True, default=new_seed)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Feeds of {self.person}"
