from typing import Any

from django.db import models


class AppendOnly(TypeError):
    """A record of what happened was about to be changed or deleted."""


class AppendOnlyModel(models.Model):
    """Saved once. Raises AppendOnly on a second save, and on delete."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(f"{type(self).__name__} {self.pk} can't change")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnly(f"{type(self).__name__} {self.pk} can't be deleted")
