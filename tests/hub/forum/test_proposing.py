import pytest

from hub.access.readers import ANONYMOUS
from hub.forum.models import Thread
from hub.forum.proposing import MOST_PROPOSED, proposed_themes
from hub.taxonomy.models import Theme
from tests.factories.forum import SpaceFactory
from tests.factories.pages import restrict, term

pytestmark = pytest.mark.django_db


def proposed(text: str) -> list[str]:
    return [proposal.theme.slug for proposal in proposed_themes(text, ANONYMOUS)]


@pytest.mark.parametrize("text", ["How does MAPPING help?", "We tried **mapping**."])
def test_a_theme_that_is_named_is_proposed(text: str) -> None:
    assert proposed(text) == ["mapping"]


@pytest.mark.parametrize("text", ["", "  ", "Remapping roads", "Who refers?"])
def test_nothing_is_proposed_of_a_text_without_its_words(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize("text", ["A safety plan?", "Their SAFETY  plans fail"])
def test_a_theme_is_proposed_by_the_words_of_the_glossary(text: str) -> None:
    term("Safety plan", themes=["partnership"])
    assert proposed(text) == ["partnership"]


def test_letters_count_as_they_are_written() -> None:
    term("Missing person review (MPR)", themes=["partnership"])
    assert proposed("Who calls the MPR?") == ["partnership"]
    assert proposed("mpr") == []


def test_the_words_say_why() -> None:
    term("Safety plan", themes=["mapping"])
    found = proposed_themes("Mapping, and a safety plan.", ANONYMOUS)
    assert [proposal.words for proposal in found] == [("Mapping", "Safety plan")]


def test_a_few_themes_are_proposed_the_best_first() -> None:
    names = list(Theme.objects.values_list("name", flat=True))
    term("Safety plan", themes=["partnership"])
    found = proposed(" ".join([*names, "safety plan"]))
    assert len(found) == MOST_PROPOSED < len(names)
    assert found[0] == "partnership"


def test_a_term_that_its_writer_may_not_read_proposes_nothing() -> None:
    restrict(term("Safety plan", themes=["partnership"]))
    assert proposed("A safety plan") == []


def typed(**changes: object) -> dict[str, object]:
    space = SpaceFactory()
    return {"title": "Mapping?", "body": "How?", "space": space.pk, **changes}


OFFER = 'name="fitting" value="mapping"'


def test_a_preview_offers_them_and_ticks_nothing(as_person) -> None:
    answer = as_person().post("/forum/ask/", typed(preview="1"))
    assert OFFER in answer.content.decode()
    assert not answer.context["form"]["fitting"].value()
    assert "Mapping (you wrote “Mapping”)" in answer.content.decode()


def test_what_is_offered_and_not_taken_is_not_chosen(as_person) -> None:
    as_person().post("/forum/ask/", typed())
    assert not Thread.objects.get().themes.exists()


def test_what_is_taken_joins_the_themes(as_person) -> None:
    as_person().post("/forum/ask/", typed(fitting=["mapping"], themes=["partnership", "mapping"]))
    slugs = Thread.objects.get().themes.values_list("slug", flat=True)
    assert sorted(slugs) == ["mapping", "partnership"]


def test_what_is_ticked_among_all_themes_is_not_offered_again(as_person) -> None:
    answer = as_person().post("/forum/ask/", typed(themes=["mapping"], preview="1"))
    assert OFFER not in answer.content.decode()


def test_what_was_taken_stays_while_the_text_changes(as_person) -> None:
    data = typed(title="Who?", fitting=["mapping"], preview="1")
    answer = as_person().post("/forum/ask/", data)
    assert "mapping" in answer.context["form"]["fitting"].value()
    assert OFFER in answer.content.decode()


def test_a_script_gets_the_offer_alone(as_person) -> None:
    page = as_person().post("/forum/ask/themes/", typed()).content.decode()
    assert OFFER in page
    assert "<html" not in page
    assert not Thread.objects.exists()
