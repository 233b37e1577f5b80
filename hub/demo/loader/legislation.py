from typing import Any

from hub.demo.loader.content import Fact, facts, read
from hub.demo.loader.pages import Shelf
from hub.legislation.models import ActPage, LegislationIndexPage, ProvisionPage, ProvisionVersion
from hub.legislation.powers.enums import Concern, Intrusion

ACT_PREFIX = "act-"
ANYONE = [Concern.CHILD.value, Concern.YOUNG_ADULT.value, Concern.ADULT.value]


def load_legislation(shelf: Shelf) -> None:
    """Acts as pages, and below each the provisions that practitioners use."""
    index = LegislationIndexPage.objects.get()
    acts = {act["slug"]: load_act(shelf, index, act) for act in acts_written()}
    for fact in facts("legislation"):
        page = provision_page(fact)
        put_in_finder(page, read("powers").get(fact["id"]), shelf)
        shelf.ensure(acts[fact["act_slug"]], page, fact)


def acts_written() -> list[dict[str, Any]]:
    return read("facts/legislation_structured")["acts"]


def load_act(shelf: Shelf, index: LegislationIndexPage, act: dict[str, Any]) -> ActPage:
    page = ActPage(
        title=act["title"],
        year=act["year"],
        chapter=act["chapter"],
        official_url=act["url"],
        summary=act["summary"],
    )
    fact = {"id": f"{ACT_PREFIX}{act['slug']}", "slug": act["slug"]}
    return shelf.ensure(index, page, fact)


def provision_page(fact: Fact) -> ProvisionPage:
    page = ProvisionPage(
        title=fact["title"],
        summary=fact["summary"],
        section_label=fact["section_label"],
        kind=fact["kind"],
        used_by_text=", ".join(fact["used_by"]),
        cite_forms="\n".join(fact["cite_forms"]),
        official_url=fact["uri"],
        our_note=f"<p>{fact['note']}</p>" if fact.get("note") else "",
    )
    page.versions = [provision_version(fact)]
    return page


def put_in_finder(page: ProvisionPage, entry: dict[str, Any] | None, shelf: Shelf) -> None:
    """What the powers finder knows of it; without an entry it stays out."""
    if entry is None:
        return
    page.intrusion = Intrusion[entry["reach"].upper()]
    page.acting = [shelf.audiences[slug] for slug in entry.get("acting", ())]
    page.asking = [shelf.audiences[slug] for slug in entry.get("asking", ())]
    page.problems = entry.get("problems", [])
    page.concerns = ANYONE if entry["concerns"] == "anyone" else entry["concerns"]
    page.is_tactic = entry.get("tactic", False)


def provision_version(fact: Fact) -> ProvisionVersion:
    """The one version that the facts know; older ones come with the official text."""
    return ProvisionVersion(
        effective_from=fact.get("in_force_from"),
        status=fact["status"],
        in_force_text=fact.get("in_force_text") or "",
        test=fact["test"],
        how=fact.get("how") or "",
        penalty=fact.get("max_penalty_or_duration") or "",
        extent=fact["extent"],
        as_at=fact.get("checked_on") or read("facts/legislation")["meta"]["compiled"],
        checked=bool(fact.get("checked")),
        checked_note=fact.get("checked_note") or "",
    )
