from collections.abc import Collection
from typing import Self

from django.db.models import Q
from wagtail.query import PageQuerySet

from hub.glossary.enums import Widening


class TermQuerySet(PageQuerySet):
    def called(self, keys: Collection[str]) -> Self:
        """Live terms whose title, or a word that widens searches, has one of these search keys.

        By the indexes of the keys, however many terms there are.
        """
        widening = Q(words__key__in=keys) & ~Q(words__widening=Widening.SHOWN)
        return self.live().filter(Q(title_key__in=keys) | widening).distinct()
