"""Acts, provisions and guidance pages, published as the CMS would, each resting on earlier ones."""

from datetime import UTC, date, datetime, timedelta
from html import escape

from wagtail.models import Page

from hub.demo.loader.streams import link_stream
from hub.guidance.models import GuidanceIndexPage, GuidancePage
from hub.legislation.enums import ProvisionKind, Status
from hub.legislation.models import ActPage, LegislationIndexPage, ProvisionPage, ProvisionVersion
from hub.legislation.powers.enums import Concern, Intrusion, Problem
from hub.pages.models import HubPage
from hub.pages.written import stream
from hub.taxonomy.models import AgencyType, Nation, Theme
from hub.users.models import User
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.words import Writer

FIRST_DAY = datetime(2024, 1, 8, 9, tzinfo=UTC)
DAYS = 1000
LINKS_AT_MOST = 8
COMBINATIONS = 100


class Library:
    """Makes pages below their index pages and remembers them, so that later ones may cite them."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.chance = writer, writer.chance
        self.themes = list(Theme.objects.all())
        self.audiences = list(AgencyType.objects.all())
        # Authors use few combinations; chance alone would make each page unlike any other.
        nations = list(Nation.objects.all())
        self.labels = [
            (writer.some(self.themes, 3), writer.some(self.audiences, 4), writer.some(nations, 3))
            for _ in range(COMBINATIONS)
        ]
        staff = list(User.objects.order_by("pk")[:2])
        self.keepers = tuple(staff) if len(staff) == 2 else (None, None)
        self.citable: list[Page] = []

    def publish(self, parent: Page, page: HubPage, name: str) -> HubPage:
        """With labels, links and dates that the writer's chance gives."""
        page.slug = name
        days = self.chance.randrange(DAYS)
        page.first_published_at = page.last_published_at = FIRST_DAY + timedelta(days=days)
        page.page_owner, page.reviewer = self.keepers
        page.reviewed_on = page.first_published_at.date()
        page.themes, page.audiences, page.nations = self.chance.choice(self.labels)
        page.links = link_stream(name, self.writer.some(self.citable, LINKS_AT_MOST))
        parent.add_child(instance=page)
        self.citable.append(page)
        return page


def add_law(library: Library, sizes: Sizes) -> None:
    index = LegislationIndexPage.objects.get()
    acts = [
        library.publish(index, act(library.writer, number), f"measured-act-{number}")
        for number in range(sizes.acts)
    ]
    for number in range(sizes.provisions - ProvisionPage.objects.count()):
        page = provision(library.writer, number)
        library.publish(acts[number % len(acts)], page, f"measured-section-{number}")


def add_powers(library: Library, number: int) -> None:
    """Law for the powers finder, each of use to several agencies and with several problems."""
    index, chance = LegislationIndexPage.objects.get(), library.chance
    law = library.publish(index, act(library.writer, number), "measured-powers")
    for place in range(number):
        page = provision(library.writer, place)
        page.intrusion = chance.choice(Intrusion.values)
        page.acting = chance.sample(library.audiences, 4)
        page.problems = chance.sample(Problem.values, 4)
        page.concerns = chance.sample(Concern.values, 3)
        library.publish(law, page, f"measured-power-{place}")


def act(writer: Writer, number: int) -> ActPage:
    year = 1970 + number
    title = f"{writer.title(4)} Act {year}"
    return ActPage(title=title, year=year, chapter=f"c. {number + 1}", summary=writer.text(1, 2))


def provision(writer: Writer, number: int) -> ProvisionPage:
    page = ProvisionPage(
        title=writer.title(7),
        summary=writer.text(1, 2),
        section_label=f"Section {number % 180 + 1}",
        kind=writer.chance.choice(ProvisionKind.values),
        used_by_text="police, councils",
        cite_forms=writer.title(4),
        our_note=writer.paragraph(),
    )
    page.versions = [
        ProvisionVersion(
            effective_from=date(1990 + number % 30, 4, 6),
            status=Status.IN_FORCE if number % 9 else Status.REPEALED,
            in_force_text=writer.sentence(),
            test=writer.text(2, 4),
            how=writer.text(2, 5),
            penalty=writer.sentence(),
            extent="England and Wales",
        )
    ]
    return page


def add_guidance(library: Library, sizes: Sizes) -> None:
    index = GuidanceIndexPage.objects.get()
    for number in range(sizes.guidance - GuidancePage.objects.count()):
        name = f"measured-page-{number}"
        library.publish(index, guidance(library, name), name)


def guidance(library: Library, name: str) -> GuidancePage:
    writer = library.writer
    steps = [("step", writer.sentence()) for _ in range(5)]
    notes = [("note", {"agency": a.slug, "text": writer.paragraph()}) for a in library.audiences]
    questions = [("question", f"{writer.title(14)}?") for _ in range(3)]
    return GuidancePage(
        title=writer.title(),
        summary=writer.text(1, 2),
        body=stream(name, body(library)),
        what_to_do=stream(name, steps),
        agency_notes=stream(name, writer.some(notes, 3)),
        discussion_questions=stream(name, questions),
    )


def body(library: Library) -> list[tuple[str, object]]:
    """Four to eight headed sections of text, with links, and signs or steps in some of them."""
    writer, chance = library.writer, library.chance
    blocks: list[tuple[str, object]] = []
    for _ in range(chance.randint(4, 8)):
        blocks.append(("heading", writer.title(6)))
        blocks += [("paragraph", linked(library)) for _ in range(chance.randint(1, 3))]
        kind = chance.choice(("plain", "plain", "signs", "steps"))
        if kind == "signs":
            items = [writer.title(14) for _ in range(6)]
            blocks.append(("warning_signs", {"title": writer.title(6), "items": items, "note": ""}))
        elif kind == "steps":
            steps = [{"title": writer.title(5), "text": writer.paragraph(1, 2)} for _ in range(4)]
            blocks.append(("steps", {"steps": steps}))
    return blocks


def linked(library: Library) -> str:
    """A paragraph whose last words may be a link to an earlier page."""
    text = library.writer.paragraph()
    target = library.chance.choice(library.citable)
    if library.chance.random() < 0.4:
        link = f'<a linktype="page" id="{target.pk}">{escape(target.title)}</a>'
        return text.replace("</p>", f" {link}</p>")
    return text
