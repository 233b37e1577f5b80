from django.db import models


class Removal(models.Model):
    """An entry that is gone here and may still be in an outside engine.

    `version` is one above the entry's last, so that the engine refuses to bring it back.
    """

    entry_id = models.BigIntegerField(primary_key=True)
    version = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"entry {self.entry_id}"
