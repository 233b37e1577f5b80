"""What people search for and keep, and what editors make of it."""

from django.utils import timezone

from hub.pages.models import HubPage
from hub.users.models import User
from search.models import ContentRequest, Evaluation, JudgedQuery, Pin
from search.query.keys import query_key
from search.saving import save_search
from tests.canaries.flock import Circle, Flock
from tests.factories.searches import logged

# Everybody finds something by these.
OPEN_WORDS = "what everyone reads"


def kept_searches(flock: Flock, keeper: User) -> None:
    words = flock.put("words of a kept search", Circle.KEEPER).text.replace(" ", "+")
    save_search(
        person=keeper,
        name=flock.put("name of a kept search", Circle.KEEPER).text,
        query=f"q={words}",
    )


def searches_in_cms(flock: Flock, closed: list[HubPage]) -> None:
    """What editors alone see of searches, and picks of closed pages for words that all may use."""
    name = lambda what: flock.put(what, Circle.DRAFTS).text  # noqa: E731 used here alone
    logged(name("words of a search"), timezone.localdate(), wanted=name("what was needed"))
    ContentRequest.objects.create(words=name("words asked for"), note=name("content asked for"))
    JudgedQuery.objects.create(query=name("judged search"), note=name("note of a judged search"))
    Evaluation.objects.create(engine="sqlite", ndcg=1, figures={name("measured search"): 1})
    Pin.objects.create(query=name("picked search"), page=closed[0])
    Pin.objects.bulk_create(
        Pin(query=OPEN_WORDS, key=query_key(OPEN_WORDS), page=page) for page in closed
    )
