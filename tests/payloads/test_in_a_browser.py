"""Payloads of every kind do run in Chromium where a page keeps nothing back."""

import pytest
from playwright.sync_api import Browser

from tests.payloads.everything import PAYLOADS
from tests.payloads.payload import Payload
from tests.payloads.watching import Detector, bare_page, works

# Markup of these kinds runs by itself, or when a link is pressed.
RUNNING = sorted({payload.kind for payload in PAYLOADS if payload.place})


def of_kind(kind: str) -> list[Payload]:
    return [payload for payload in PAYLOADS if payload.kind == kind and payload.place]


@pytest.mark.parametrize("kind", RUNNING)
def test_the_detector_sees_every_kind_of_payload_where_nothing_is_kept_back(
    browser: Browser, kind: str
) -> None:
    detector = Detector()
    with bare_page(browser, detector) as page:
        assert any(works(page, detector, payload) for payload in of_kind(kind))
