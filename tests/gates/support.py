"""Screens of the support desk, for who asks and for the team."""

from collections.abc import Iterator

from hub.support.enums import Status
from hub.support.models import SupportRequest
from tests.gates.people import NEWCOMER, person
from tests.gates.screens import Screen, sent

TELLING = "Kai, 14, can be reached on 07700 900123."


def support_screens() -> Iterator[Screen]:
    yield Screen("/support/", NEWCOMER)
    yield Screen("/support/", "learner")
    yield Screen("/support/", "frontline")
    yield Screen("/support/ask/", "learner")
    yield sent("/support/ask/", "learner")
    yield sent("/support/ask/", "learner", title="Who rings?", body=TELLING, kind="policy")
    yield from asker_screens()
    yield from team_screens()


def asker_screens() -> Iterator[Screen]:
    """Each status once, the published and closed one among them."""
    for request in SupportRequest.objects.filter(asker=person("practitioner")):
        yield Screen(request.get_absolute_url(), "practitioner")
    asked = SupportRequest.objects.filter(asker=person("learner"))
    for request in asked:
        yield Screen(request.get_absolute_url(), "learner")
    yield sent(asked[0].get_absolute_url(), "learner", body=TELLING)
    done = SupportRequest.objects.exclude(thread=None).get()
    SupportRequest.objects.filter(pk=done.pk).update(helped="")
    yield Screen(f"{done.get_absolute_url()}helped/", "practitioner")
    yield sent(f"{done.get_absolute_url()}helped/", "practitioner", reason=TELLING)


def team_screens() -> Iterator[Screen]:
    yield Screen("/support/desk/", "frontline")
    yield Screen("/support/desk/?kind=policy&status=closed&mine=on", "frontline")
    for request in SupportRequest.objects.all():
        yield Screen(request.desk_url, "frontline")
    back = SupportRequest.objects.get(status=Status.ASKED_BACK)
    yield sent(back.desk_url, "frontline", body=TELLING)
    for part in ("note", "hand-over", "publish"):
        yield Screen(f"{back.desk_url}{part}/", "frontline")
        yield sent(f"{back.desk_url}{part}/", "frontline")
    copied = {"title": back.title, "body": back.body, "answer": TELLING}
    yield sent(f"{back.desk_url}publish/", "frontline", **copied)
