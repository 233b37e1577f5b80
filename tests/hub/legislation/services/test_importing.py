"""What an import keeps, and what it leaves alone."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.legislation.as_at import standing
from hub.legislation.clml.document import document_of
from hub.legislation.clml.reading import tree_of
from hub.legislation.enums import TextStatus
from hub.legislation.models import Instrument, OfficialEffect, OfficialProvision, OfficialVersion
from hub.legislation.services import importing
from hub.legislation.services.importing import Outcome, import_document
from tests.factories.clml import as_passed, clml, effect, section

pytestmark = pytest.mark.django_db


def take(*body: str, **given: object) -> Outcome:
    return import_document(document=document_of(tree_of([clml(*body, **given).encode()])))


def versions(path: str = "section/1") -> list[OfficialVersion]:
    return list(OfficialVersion.objects.filter(provision__path=path))


def test_a_file_gives_an_instrument_its_provisions_and_their_versions() -> None:
    take(section("1", start="2022-01-01"), section("2", status="Prospective"))
    assert Instrument.objects.get().title == "Made Up Act 2021"
    (one,), (two,) = versions(), versions("section/2")
    assert (one.status, one.valid_from, one.extent) == ("in_force", date(2022, 1, 1), "EW")
    assert (one.heading, one.text) == ("The offence", "A person commits an offence.")
    assert two.status == TextStatus.PROSPECTIVE


def test_the_same_file_again_writes_nothing() -> None:
    body = (section("1", start="2022-01-01"), section("2", status="Repealed", end="2024-05-01"))
    take(*body, effects=effect())
    with CaptureQueriesContext(connection) as queries:
        outcome = take(*body, effects=effect())
    assert outcome.is_nothing_new
    assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_newer_file_adds_a_version_and_ends_the_one_before() -> None:
    take(section("1", "Old.", start="2022-01-01"))
    take(section("1", "New.", start="2026-05-01"), modified="2026-07-01")
    take(section("1", "Old.", start="2022-01-01", end="2026-05-01"), modified="2026-07-01")
    assert [(row.text, row.valid_to) for row in versions()] == [
        ("Old.", date(2026, 4, 30)),
        ("New.", None),
    ]


def test_what_the_editors_mend_is_mended() -> None:
    take(section("1", "A prson.", start="2022-01-01"))
    outcome = take(section("1", "A person.", start="2022-01-01"), modified="2026-07-01")
    assert (outcome.added, outcome.changed) == (0, 1)
    assert [row.text for row in versions()] == ["A person."]


def test_an_older_file_puts_nothing_back() -> None:
    take(section("1", "A person.", start="2022-01-01"), effects=effect(key="new"))
    take(
        section("1", "A prson.", start="2022-01-01"),
        effects=effect(key="old"),
        modified="2025-01-01",
    )
    assert [row.text for row in versions()] == ["A person."]
    assert OfficialEffect.objects.get().key == "new"
    assert Instrument.objects.get().modified_on == date(2026, 6, 1)


def test_one_address_twice_in_a_file_is_one_text() -> None:
    take(section("1", "First.", start="2022-01-01"), section("1", "Second.", start="2022-01-01"))
    assert [row.text for row in versions()] == ["First.\nSecond."]


def test_two_languages_stand_beside_one_another() -> None:
    take(section("1", "Words.", start="2022-01-01"))
    take(section("1", "Geiriau.", start="2022-01-01"), language="cy", title="Deddf")
    assert {row.language: row.text for row in versions()} == {"en": "Words.", "cy": "Geiriau."}
    assert Instrument.objects.get().title == "Made Up Act 2021"


def test_notes_of_amendment_are_kept_with_the_version() -> None:
    note = '<Commentary id="k" Type="F"><Para><Text>Words inserted</Text></Para></Commentary>'
    take(section("1", ref="k"), commentaries=note)
    assert versions()[0].notes == [["F", "Words inserted"]]


def test_a_failure_half_way_leaves_nothing_behind(monkeypatch) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(importing, "keep_effects", fail)
    with pytest.raises(RuntimeError):
        take(section("1"))
    assert not Instrument.objects.exists()
    assert not OfficialProvision.objects.exists()


def test_changes_to_come_that_are_done_with_go() -> None:
    take(section("1"), effects=effect(key="a") + effect(key="b"))
    take(section("1"), effects=effect(key="b"), modified="2026-07-01")
    assert [row.key for row in OfficialEffect.objects.all()] == ["b"]


def test_the_file_of_one_section_leaves_the_changes_to_others_alone() -> None:
    take(section("1"), effects=effect(key="a") + effect(key="b", places="section/2"))
    take(section("1"), asked="section/1", modified="2026-07-01")
    assert [row.key for row in OfficialEffect.objects.all()] == ["b"]


def test_a_change_to_come_that_gets_a_day_is_mended() -> None:
    take(section("1"), effects=effect())
    take(section("1"), effects=effect(date="2027-04-01"), modified="2026-07-01")
    assert OfficialEffect.objects.get().starts == [["2027-04-01", "wholly in force"]]


def test_a_section_alone_makes_no_whole_act() -> None:
    take(section("1"), asked="section/1")
    assert not Instrument.objects.get().is_whole
    take(section("1"))
    assert Instrument.objects.get().is_whole


def test_the_text_as_passed_is_kept_as_such() -> None:
    import_document(document=document_of(tree_of([as_passed(section("1")).encode()])))
    assert versions()[0].status == TextStatus.AS_PASSED


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sets(st.integers(0, 200), min_size=1, max_size=5), st.randoms())
def test_files_of_any_history_in_any_order_give_its_texts(starts: set[int], random) -> None:
    """One file for each text, as it is asked for by its day."""
    Instrument.objects.all().delete()
    first = date(2024, 1, 1)
    days = [first + timedelta(days=start) for start in sorted(starts)]
    files = [
        section("1", f"Text {day}.", start=str(day), end=str(after) if after else "")
        for day, after in zip(days, [*days[1:], None], strict=True)
    ]
    for file in random.sample(files, len(files)):
        take(file)
    rows = versions()
    for offset in range(-1, 202):
        day = first + timedelta(days=offset)
        expected = max((start for start in days if start <= day), default=None)
        found = standing(rows, day, "E")
        assert (found.text if found else None) == (f"Text {expected}." if expected else None)
