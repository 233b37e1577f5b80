from hub.demo.loader.content import Fact, facts, folder
from hub.demo.loader.pages import Shelf
from hub.guidance.models import GuidanceIndexPage, GuidancePage, PracticeIndexPage, PracticePage
from hub.pages.written import rich_text, stream


def load_practice(shelf: Shelf) -> None:
    index = PracticeIndexPage.objects.get()
    for fact in facts("practice"):
        shelf.ensure(index, practice_page(fact), fact)


def practice_page(fact: Fact) -> PracticePage:
    return PracticePage(
        title=fact["title"],
        summary=fact["summary"],
        place=fact["place"],
        partners=fact.get("partners") or "",
        years=str(fact.get("years") or ""),
        problem=fact.get("problem") or "",
        what_was_done=fact["what_was_done"],
        what_it_took=fact.get("what_it_took") or "",
        results=fact["results"],
        results_period=str(fact.get("period") or ""),
        evidence_level=fact["evidence_level"],
        what_did_not_work=fact["what_did_not_work"],
        publisher=fact["publisher"],
        publisher_url=fact["publisher_url"],
    )


def load_guidance(shelf: Shelf) -> None:
    index = GuidanceIndexPage.objects.get()
    for fact in folder("guidance"):
        shelf.ensure(index, guidance_page(fact, shelf), fact)


def guidance_page(fact: Fact, shelf: Shelf) -> GuidancePage:
    """The page without its body, which waits until every page it links to is there."""
    name = fact["id"]
    notes = fact.get("agency_notes") or {}
    return GuidancePage(
        title=fact["title"],
        summary=fact["summary"].strip(),
        what_to_do=stream(name, [("step", step) for step in fact["what_to_do_now"]]),
        agency_notes=stream(
            name,
            [
                ("note", {"agency": agency, "text": rich_text(text, shelf.pages)})
                for agency, text in notes.items()
            ],
        ),
        discussion_questions=stream(
            name, [("question", question) for question in fact["discussion_questions"]]
        ),
    )
