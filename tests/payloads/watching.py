"""Watches in Chromium whether a payload does what it is made for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.payloads.payload import ELSEWHERE, MARK, Payload, in_page

PRESS_LINKS = "() => document.querySelectorAll('a').forEach(link => link.click())"
CONTROL = "http://control.example/"
A_MOMENT = 150


@dataclass
class Detector:
    """`did` holds the page of each payload that ran or called its host."""

    did: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.expose_binding(MARK, lambda source, *_: self.did.append(source["page"].url))
        context.on("request", self.on_request)

    def on_request(self, request: Request) -> None:
        if ELSEWHERE in request.url.split("?")[0].split("/")[2:3]:
            self.did.append(f"{request.frame.page.url} called {request.url}")


@contextmanager
def bare_page(browser: Browser, detector: Detector) -> Iterator[Page]:
    """A page of a site that keeps nothing back: no policy, no escaping."""
    context = browser.new_context()
    context.route("**/*", lambda route: route.abort())
    detector.follow(context)
    yield context.new_page()
    context.close()


def works(page: Page, detector: Detector, payload: Payload) -> bool:
    """Whether the detector sees the payload at its work on a bare page."""
    before = len(detector.did)
    page.unroute_all()
    page.route(
        CONTROL, lambda route: route.fulfill(body=in_page(payload), content_type="text/html")
    )
    page.goto(CONTROL, wait_until="commit")
    page.wait_for_timeout(A_MOMENT)
    if payload.place == "link":
        page.evaluate(PRESS_LINKS)
        page.wait_for_timeout(A_MOMENT)
    return len(detector.did) > before
