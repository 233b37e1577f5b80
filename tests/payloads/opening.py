"""The poisoned hub in Chromium, opened once for each template that somebody is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from playwright.sync_api import Browser

from tests.browser import Watcher
from tests.demo_site import fill
from tests.gates.browsing import open_screen
from tests.gates.everything import screens
from tests.gates.people import client_of
from tests.gates.reading import answer_of, templates_in_use
from tests.gates.screens import Screen
from tests.payloads.poisoning import poison, texts
from tests.payloads.watching import Detector
from tests.template_database import copy

# What is folded away may only be drawn once it is unfolded.
UNFOLD = """() => document.querySelectorAll('summary, main button[type=button]')
    .forEach(part => part.click())"""
A_MOMENT = 50
# What Wagtail's own check for editors finds lacking in headings and pictures; no payload's doing.
ADVICE = "console: axe.run results"


@dataclass(frozen=True)
class Poisoned:
    """`cookies` are those of people who signed in before their texts were poisoned."""

    database: Path
    screens: list[Screen]
    cookies: dict[str, SimpleCookie]

    def bring_back(self) -> None:
        copy(self.database, connection.settings_dict["NAME"])
        ContentType.objects.clear_cache()
        cache.clear()

    def screens_of(self, who: str) -> Iterator[Screen]:
        """Every address, whoever it is meant for; what is sent and drawn only for this person."""
        addresses = dict.fromkeys(s.address for s in self.screens if not s.template)
        yield from (Screen(address, who) for address in addresses)
        yield from (s for s in self.screens if s.who == who and (s.template or s.form is not None))


def poisoned_copy(snapshot: Path, folder: Path, roles: Iterable[str]) -> Poisoned:
    """The demonstration with payloads in every text, kept for as many tests as need it."""
    fill(snapshot)
    found = screens()
    cookies = {who: client_of(who).cookies for who in roles}
    poison(texts())
    database = folder / "poisoned.sqlite3"
    copy(connection.settings_dict["NAME"], database)
    return Poisoned(database, found, cookies)


def covering(hub: Poisoned, who: str) -> Iterator[Screen]:
    """Screens that between them show this person every template there is for them."""
    client, seen = Client(raise_request_exception=False), set[str]()
    client.cookies = SimpleCookie(hub.cookies[who].output(header="", sep=";"))
    for screen in hub.screens_of(who):
        with templates_in_use() as used, transaction.atomic():
            answer_of(client, screen)
            transaction.set_rollback(True)
        if not used <= seen:
            seen |= used
            yield screen
    cache.clear()  # or the limits would answer once more is sent


def complaints(
    browser: Browser, site: str, cookies: SimpleCookie, opened: Iterable[Screen]
) -> list[str]:
    """What ran, called another host, failed, or broke the policy."""
    context = browser.new_context(base_url=site, locale="en-GB")
    watcher, detector = Watcher(site), Detector()
    watcher.follow(context)
    detector.follow(context)
    context.add_cookies(
        [{"name": name, "value": cookie.value, "url": site} for name, cookie in cookies.items()]
    )
    page, found = context.new_page(), list[str]()
    for screen in opened:
        if not open_screen(page, screen):
            found.append(f"{screen}: no form to send")
        page.evaluate(UNFOLD)
        page.wait_for_timeout(A_MOMENT)
        faults = (*watcher.complaints, *detector.did)
        found += [f"{screen}: {fault}" for fault in faults if not fault.startswith(ADVICE)]
        watcher.complaints.clear()
        detector.did.clear()
    context.close()
    return found
