from typing import Self

from django.db.models import QuerySet


class RecordEntryQuerySet(QuerySet):
    def of(self, person_id: int | None) -> Self:
        return self.filter(person_id=person_id)
