"""Screens of what is in place in an area, and of comparing an intervention with it."""

from collections.abc import Iterator

from hub.interventions.models import InterventionPage
from tests.gates.people import NEWCOMER, newcomer
from tests.gates.screens import Screen, sent

TELLING = "Ask Kai Green on 07700 900123."


def area_screens() -> Iterator[Screen]:
    newcomer()
    for who in ("practitioner", "admin", NEWCOMER):
        yield Screen("/areas/", who)
    yield Screen("/areas/ardale/", "lead")
    yield Screen("/areas/ardale/", "practitioner")
    yield Screen("/areas/brimlow/", "moderator")
    yield Screen("/areas/ardale/history/", "practitioner")
    yield Screen("/areas/brimlow/history/", "moderator")
    yield Screen("/areas/ardale/hospital/", "lead")
    yield Screen("/areas/ardale/rivals/", "lead")
    yield sent("/areas/ardale/measuring/", "lead", note=TELLING, as_of="soon")
    yield from fit_screens()


def fit_screens() -> Iterator[Screen]:
    """With and without conditions, harmful; for an area with a profile, one without, and none."""
    for slug in ("focused-deterrence", "ae-navigators", "prison-awareness", "cctv"):
        page = InterventionPage.objects.get(slug=slug)
        yield Screen(page.url, "practitioner")
        yield Screen(f"{page.url}fit/", "practitioner")
    yield Screen("/interventions/mentoring/fit/", "moderator")
    yield Screen("/interventions/mentoring/fit/", "analyst")
    yield Screen("/interventions/mentoring/fit/", NEWCOMER)
    yield Screen("/interventions/mentoring/fit/?area=ardale-police-area", "lead")
