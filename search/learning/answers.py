"""The link between a page of results and what its reader does with it: signed, and for a day."""

from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.http import Http404

from search.models import LoggedSearch

SALT = "search.learning.answer"
SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Answer:
    """A logged search, and the places in the list that its page shows."""

    search: LoggedSearch
    first: int
    last: int


def sign(answer: Answer) -> str:
    """Names no person and no result; whoever makes one up or changes one finds nothing."""
    return signing.dumps([answer.search.pk.hex, answer.first, answer.last], salt=SALT)


def access_answer(signed: str) -> Answer:
    """The answer that a page was given. Raises Http404 for any other. One query."""
    try:
        code, first, last = signing.loads(signed, salt=SALT, max_age=SECONDS)
    except signing.BadSignature as error:
        raise Http404 from error
    search = LoggedSearch.objects.filter(pk=UUID(code)).first()
    if search is None:
        raise Http404
    return Answer(search, first, last)
