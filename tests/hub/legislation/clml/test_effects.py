"""Changes to come, as a file lists them."""

from hub.legislation.clml.document import document_of
from hub.legislation.clml.effects import Effect
from hub.legislation.clml.reading import tree_of
from tests.factories.clml import ITEM, SITE, attributes, clml, effect, section


def effects(*listed: str) -> list[Effect]:
    text = clml(section("1"), effects="".join(listed))
    return list(document_of(tree_of([text.encode()])).effects)


def test_an_effect_says_what_is_changed_by_what_and_when() -> None:
    (found,) = effects(effect(date="2027-04-01"))
    assert (found.what, found.affected, found.places) == (
        "words substituted",
        "s. 1(2)",
        (("section/1/2", "section/1/2"),),
    )
    assert (found.by_title, found.by_path) == ("The Made Up Regulations 2026", "uksi/2026/77")
    assert found.starts == (("2027-04-01", "wholly in force"),)


def test_one_without_a_day_says_that_none_is_set() -> None:
    assert effects(effect())[0].starts == (("", "wholly in force"),)


def test_a_range_has_a_first_and_a_last_place() -> None:
    assert effects(effect(places="section/3 to section/7"))[0].places == (
        ("section/3", "section/7"),
    )


def test_one_that_names_no_place_is_about_the_whole() -> None:
    assert effects(effect("Act", places=""))[0].places == ()


def test_one_that_needs_no_change_of_the_text_is_left_out() -> None:
    assert effects(effect(RequiresApplied="false")) == []
    assert effects(effect(Applied="true")) == []


def test_one_that_is_listed_twice_counts_once() -> None:
    assert len(effects(effect(), effect())) == 1


def test_older_files_name_places_by_address_and_number_no_effects() -> None:
    addresses = attributes(
        AffectingURI=f"{SITE}/id/asp/2003/1/section/60",
        AffectedURI=f"{SITE}/id/{ITEM}/section/89",
        AffectedUpTo=f"{SITE}/id/{ITEM}/section/91",
    )
    listed = f'<ukm:UnappliedEffect Type="repealed"{addresses}/>'
    (found,) = effects(listed)
    assert (found.places, found.by_title) == ((("section/89", "section/91"),), "asp/2003/1")
    assert len(found.key) == 64
