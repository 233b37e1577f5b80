"""The provision page on any day: our words, the official text, and what is still to come."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.legislation.clml.document import document_of
from hub.legislation.clml.reading import tree_of
from hub.legislation.models import ProvisionPage
from hub.legislation.services.importing import import_document
from tests.factories.clml import ITEM, as_passed, clml, effect, section
from tests.factories.pages import act, provision, restrict

pytestmark = pytest.mark.django_db
OLD = {
    "effective_from": date(2015, 1, 1),
    "effective_to": date(2019, 12, 31),
    "test": "Our old words.",
}
NEW = {"effective_from": date(2022, 1, 1), "test": "Our new words."}
TODAY = timezone.localdate()


def page_about(
    part: str = "section/1", label: str = "Section 1", **fields: object
) -> ProvisionPage:
    versions = fields.pop("versions", [OLD, NEW])
    url = f"https://www.legislation.gov.uk/{ITEM}/{part}"
    return provision(versions, official_url=url, section_label=label, **fields)


def take(*body: str, make: object = clml, **given: object) -> None:
    import_document(document=document_of(tree_of([make(*body, **given).encode()])))


def history() -> None:
    """Four texts: one that ended without a successor, and one for each time."""
    take(
        section("1", "Old law.", start="2021-06-01", end="2022-01-01"),
        section("1", "Law of now.", start="2024-01-01"),
        section("1", "Law of later.", start=str(TODAY + timedelta(days=90))),
    )


def shown(client: Client, page: ProvisionPage, day: str = "") -> BeautifulSoup:
    response = client.get(page.url, {"as-at": day} if day else {})
    assert response.status_code == 200
    found = BeautifulSoup(response.content, "html.parser").find(id="as-at")
    assert found is not None
    return found


def text_of(found: BeautifulSoup) -> str:
    return " ".join(found.get_text(" ").split())


def read_in_full(found: BeautifulSoup) -> list[str]:
    return [text_of(line) for line in found.select(".cg-official__line")]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2021-12-31", ["Old law."]), ("2022-01-01", []), ("2024-01-01", ["Law of now."])],
)
def test_the_official_text_is_that_of_the_day(client: Client, day: str, words: list[str]) -> None:
    history()
    assert read_in_full(shown(client, page_about(), day)) == words


def test_without_a_day_it_is_that_of_today(client: Client) -> None:
    history()
    assert read_in_full(shown(client, page_about())) == ["Law of now."]


@pytest.mark.parametrize("day", ["4/11/2021", "4 11 2021", "2021-11-04", "4 November 2021"])
def test_a_day_may_be_written_as_people_write_it(client: Client, day: str) -> None:
    history()
    found = shown(client, page_about(), day)
    assert "The law on 4 November 2021" in text_of(found)
    assert read_in_full(found) == ["Old law."]


@pytest.mark.parametrize(
    "day", ["yesterday", "31/2/2021", "2021-13-01", "<script>", "9" * 5000, "\x00"]
)
def test_a_day_that_is_none_gets_a_message_beside_the_field(client: Client, day: str) -> None:
    history()
    found = shown(client, page_about(), day)
    error = found.select_one(".govuk-form-group--error")
    assert error is not None
    assert "Enter a date like 4/11/2026." in text_of(error)
    assert read_in_full(found) == ["Law of now."]


def test_nothing_known_of_a_day_is_said_clearly(client: Client) -> None:
    history()
    found = text_of(shown(client, page_about(), "2023-05-05"))
    assert "Nothing is known of it on this day." in found


def test_before_the_act_there_was_no_law(client: Client) -> None:
    history()
    found = text_of(shown(client, page_about(), "2020-01-01"))
    assert "became law on 1 March 2021. On this day there was no such law." in found
    assert "Nothing is known of it" not in found


def test_past_present_and_to_come_are_told_apart_in_words(client: Client) -> None:
    history()
    found = shown(client, page_about())
    assert "In force from 1 January 2024" in text_of(found)
    others = [text_of(item) for item in found.select(".cg-official details li")]
    assert others[0] == "Past: in force from 1 June 2021 until 31 December 2021"
    assert others[1].startswith("To come: starts on")


def test_our_words_of_the_day_are_those_that_held(client: Client) -> None:
    page = page_about()
    assert "Our old words." in text_of(shown(client, page, "2019-12-31"))
    assert "We have no plain words that hold on 1 January 2020." in text_of(
        shown(client, page, "2020-01-01")
    )
    found = text_of(shown(client, page, "2022-01-01"))
    assert "What stands at the top of this page holds on 1 January 2022 as well." in found


def test_a_page_whose_act_nobody_imported_still_has_our_words_of_any_day(client: Client) -> None:
    found = shown(client, page_about(), "2016-01-01")
    assert "Our old words." in text_of(found)
    assert "In the words of the law" not in text_of(found)
    address = f"https://www.legislation.gov.uk/{ITEM}/section/1/2016-01-01"
    link = found.find("a", href=address)
    assert link is not None
    assert text_of(link) == "Read the official text of 1 January 2016"


def test_a_text_without_a_first_day_is_never_called_in_force(client: Client) -> None:
    take(section("1", end="2024-01-01"))
    found = text_of(shown(client, page_about(), "2023-01-01"))
    assert (
        "Stood until 31 December 2023. When it started, or whether it had, isn’t recorded." in found
    )
    assert "In force" not in found.partition("In the words of the law")[2]


def test_what_waits_to_start_is_not_called_in_force(client: Client) -> None:
    take(section("1", status="Prospective"))
    assert "To come: not in force, and no day is set for its start." in text_of(
        shown(client, page_about())
    )


def test_what_was_repealed_says_since_when(client: Client) -> None:
    take(section("1", "Gone.", status="Repealed", start="2021-06-01", end="2024-05-01"))
    page = page_about()
    assert "Repealed from 1 May 2024." in text_of(shown(client, page))
    assert read_in_full(shown(client, page, "2024-04-30")) == ["Gone."]


def test_the_text_as_passed_says_that_it_is_no_more_than_that(client: Client) -> None:
    take(section("1"), make=as_passed)
    found = text_of(shown(client, page_about()))
    assert "As first passed or made. What of it is in force isn’t recorded here." in found


def test_nations_have_their_own_texts(client: Client) -> None:
    take(
        section("1", "As in England.", start="2022-01-01", extent="E+W"),
        section("1", "As in Scotland.", start="2022-01-01", extent="S"),
    )
    found = shown(client, page_about())
    assert read_in_full(found) == ["As in England.", "As in Scotland."]
    assert "England, Wales." in text_of(found)
    assert "Scotland." in text_of(found)


def test_a_nation_without_a_text_on_the_day_is_named(client: Client) -> None:
    take(
        section("1", "As in England.", start="2022-01-01", extent="E+W"),
        section("1", "As in Scotland.", start="2024-01-01", extent="S"),
    )
    found = text_of(shown(client, page_about(), "2023-01-01"))
    assert "Nothing is known of it on this day for Scotland." in found


def test_days_between_two_files_are_in_doubt(client: Client) -> None:
    """A file said that it stood on the last day of which it speaks; the next one starts later."""
    take(section("1", "Old law.", start="2022-01-01"), modified="2023-01-01")
    take(section("1", "New law.", start="2025-01-01"), modified="2025-06-01")
    page = page_about()
    assert "may have changed" not in text_of(shown(client, page, "2022-12-31"))
    found = text_of(shown(client, page, "2024-01-01"))
    assert "It may have changed between 1 January 2023 and 1 January 2025" in found


def test_since_the_day_of_the_newest_file_it_may_have_changed(client: Client) -> None:
    """What starts in years to come says nothing of the time until then."""
    take(section("1", start="2022-01-01"), modified=str(TODAY - timedelta(days=30)))
    take(section("1", start=str(TODAY + timedelta(days=900))), modified="2022-06-01")
    found = text_of(shown(client, page_about()))
    assert "it may have changed since." in found
    assert "may have changed between" not in found


def test_changes_to_come_say_what_by_what_and_when(client: Client) -> None:
    listed = effect(key="a", date="2099-04-01") + effect("s. 1(3)", key="b", date="2024-02-01")
    listed += effect("s. 1(4)", key="c", what="repealed") + effect("s. 2", "section/2", key="d")
    take(section("1", start="2022-01-01"), effects=listed)
    found = shown(client, page_about())
    lines = [text_of(item) for item in found.select("h3 ~ ul > li")]
    by = "By The Made Up Regulations 2026, reg. 3."
    assert lines == [
        f"s. 1(2): words substituted. Starts on 1 April 2099. {by}",
        "s. 1(3): words substituted. Law since 1 February 2024, but not yet in the official text. "
        f"{by}",
        f"s. 1(4): repealed. No day is set for its start. {by}",
    ]


def test_without_changes_to_come_the_page_says_whose_list_is_empty(client: Client) -> None:
    history()
    assert "The file that we hold lists none." in text_of(shown(client, page_about()))


def test_a_page_about_several_sections_shows_each_in_order(client: Client) -> None:
    take(
        *(
            section(number, f"Law {number}.", start="2022-01-01")
            for number in ("10", "2", "9", "11")
        )
    )
    page = page_about("section/2", "Sections 2, 9 and 10")
    assert read_in_full(shown(client, page)) == ["Law 2.", "Law 9.", "Law 10."]


def test_hostile_words_of_a_file_are_only_words(client: Client) -> None:
    attack = "<script>alert(1)</script>"
    take(section("1", attack, title=attack, start="2022-01-01"), effects=effect("&lt;script&gt;"))
    response = client.get(page_about().url)
    assert b"<script>alert" not in response.content
    assert read_in_full(shown(client, page_about())) == [attack]


def test_the_licence_and_the_day_of_the_file_are_named(client: Client) -> None:
    history()
    found = text_of(shown(client, page_about()))
    assert "As legislation.gov.uk published it on 1 June 2026." in found
    assert "Open Government Licence v3.0" in found


def test_the_rule_of_a_page_still_decides_who_sees_it(client: Client) -> None:
    history()
    page = page_about()
    restrict(page)
    assert client.get(page.url, {"as-at": "2024-01-01"}).status_code == 404


def test_more_texts_cost_no_more_queries(client: Client) -> None:
    page = page_about("section/1", "Sections 1 to 9")
    take(section("1", start="2022-01-01"))
    client.get(page.url)
    with CaptureQueriesContext(connection) as few:
        client.get(page.url)
    many_texts = [section(str(number), start="2022-01-01") for number in range(1, 9)]
    take(*many_texts, modified="2026-07-01")
    client.get(page.url)
    with CaptureQueriesContext(connection) as many:
        client.get(page.url)
    assert len(many) == len(few)


def test_an_act_says_what_is_to_come_for_all_of_it(client: Client) -> None:
    law = act(official_url=f"https://www.legislation.gov.uk/{ITEM}")
    take(section("1"), effects=effect("Act", "", what="repealed") + effect(key="b"))
    found = text_of(BeautifulSoup(client.get(law.url).content, "html.parser"))
    assert "Act: repealed. No day is set for its start." in found
    assert "s. 1(2)" not in found


def test_an_act_that_nobody_imported_says_nothing_of_it(client: Client) -> None:
    law = act(official_url=f"https://www.legislation.gov.uk/{ITEM}")
    assert b"Changes still to come" not in client.get(law.url).content
