"""The list is long and of every class, and what judges pages sees each payload at its work."""

from collections import Counter
from html import escape

import pytest

from tests.payloads.everything import PAYLOADS, one_of_each, packs, tenth
from tests.payloads.judging import faults
from tests.payloads.payload import PLACES, Payload, in_page

HARMFUL = [payload for payload in PAYLOADS if payload.place]
# Data in a script can't be written in entities; see test_data_for_scripts.
KEPT_BY_ENTITIES = {"text", "double", "single", "textarea", "title"}


def test_there_are_more_than_five_hundred_payloads_each_once() -> None:
    assert len({payload.text for payload in PAYLOADS}) == len(PAYLOADS) >= 500


def test_no_class_has_fewer_than_a_few() -> None:
    assert [kind for kind, count in Counter(p.kind for p in PAYLOADS).items() if count < 5] == []


def test_a_payload_is_made_for_every_place() -> None:
    assert {payload.place for payload in HARMFUL} == set(PLACES)


def test_every_harmful_payload_is_seen_where_nothing_holds_it_back() -> None:
    unseen = [payload for payload in HARMFUL if not faults(in_page(payload))]
    assert unseen == [], "\n".join(map(str, unseen))


def test_no_payload_is_seen_where_it_is_plain_text() -> None:
    kept = [payload for payload in PAYLOADS if payload.place in {"", *KEPT_BY_ENTITIES}]
    wrong = [p for p in kept if faults(in_page(Payload(p.kind, escape(p.text), p.place or "text")))]
    assert wrong == [], "\n".join(map(str, wrong))


def test_a_running_address_is_seen_though_its_quotes_are_escaped() -> None:
    links = [payload for payload in HARMFUL if payload.place == "link"]
    unseen = [p for p in links if not faults(in_page(Payload(p.kind, escape(p.text), p.place)))]
    assert [payload for payload in unseen if "&" not in payload.text] == []


def test_the_tenth_has_some_of_every_kind_and_is_the_same_again() -> None:
    assert tenth("a form") == tenth("a form")
    assert {payload.kind for payload in tenth("a form")} == {payload.kind for payload in PAYLOADS}


def test_one_of_each_is_one_of_each() -> None:
    kinds = [payload.kind for payload in one_of_each("a form")]
    assert sorted(kinds) == sorted({payload.kind for payload in PAYLOADS})


def test_different_seeds_take_different_tenths() -> None:
    assert tenth("a form") != tenth("another form")


@pytest.mark.parametrize("room", [10, 150, 5000])
def test_packs_hold_every_payload_and_no_more_than_fits(room: int) -> None:
    short = [payload for payload in PAYLOADS if len(payload.text) <= room]
    found = list(packs(short, room))
    assert max(map(len, found)) <= room
    assert [p for p in short if not any(p.text in pack for pack in found)] == []
