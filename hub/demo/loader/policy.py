from hub.demo.loader.content import Fact, facts
from hub.demo.loader.pages import Shelf
from hub.pages.written import stream
from hub.policy.models import PolicyIndexPage, PolicyPage


def load_policy(shelf: Shelf) -> None:
    index = PolicyIndexPage.objects.get()
    notes = {fact["id"]: fact for fact in facts("policy")}
    for fact in notes.values():
        shelf.ensure(index, policy_page(fact), fact)
    for page, fact in shelf.made:
        if isinstance(page, PolicyPage):
            page.superseded_by = shelf.pages.get(fact.get("superseded_by"))


def policy_page(fact: Fact) -> PolicyPage:
    name = fact["id"]
    asks = fact["asks_of"].items()
    return PolicyPage(
        title=fact["title"],
        summary=fact["summary"],
        publisher=fact["publisher"],
        published=fact["published"],
        document_type=fact["document_type"],
        status=fact["status"],
        other_names="\n".join(fact["alternative_names"]),
        asks_of=stream(name, [("ask", {"who": who, "what": what}) for who, what in asks]),
        key_facts=stream(name, [("fact", text) for text in fact["key_facts"]]),
        our_note=f"<p>{fact['note']}</p>" if fact.get("note") else "",
        official_url=fact["publisher_url"],
    )
