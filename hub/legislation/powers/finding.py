"""Which provisions fit the answers, the least intrusive first, and which don't hold today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.access.tokens import PRACTITIONER
from hub.legislation.banners import status_banner
from hub.legislation.enums import Status
from hub.legislation.models import ProvisionPage, ProvisionVersion
from hub.legislation.powers.answers import Answers
from hub.legislation.powers.enums import Concern, Intrusion
from hub.legislation.powers.facts import Facts, beside, needs
from hub.legislation.querysets import ProvisionQuerySet
from hub.pages.body import without_texts


@dataclass(frozen=True, slots=True)
class Result:
    """A provision that holds today. `acts` is whether the asker's agency may act with it."""

    page: ProvisionPage
    version: ProvisionVersion
    acts: bool

    @property
    def intrusion(self) -> Intrusion:
        return Intrusion(self.page.intrusion)

    @property
    def law(self) -> str:
        """The act and the kind: a card would work out more than a long list shows."""
        return f"{self.page.act_name} · {self.page.get_kind_display()}"

    @property
    def needs(self) -> Facts:
        return needs(self.page, self.version)

    @property
    def beside(self) -> Facts:
        return beside(self.page, self.version)

    @property
    def part(self) -> str:
        if self.acts:
            return _("You may act with it, or it is your duty.")
        return _("Others decide. You tell or advise them.")


@dataclass(frozen=True, slots=True)
class Group:
    """`warns` on the first step that is used on somebody."""

    intrusion: Intrusion
    results: list[Result]
    warns: bool = False


@dataclass(frozen=True, slots=True)
class NotAvailable:
    page: ProvisionPage
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What may be used, and apart from it what may not, though it would fit."""

    results: list[Result]
    not_available: list[NotAvailable]

    @property
    def groups(self) -> list[Group]:
        """Every step that has results, in their order. Safeguarding is there even when empty."""
        found = {item: [r for r in self.results if r.intrusion == item] for item in Intrusion}
        shown = [item for item in Intrusion if found[item] or item == Intrusion.SAFEGUARDING]
        first = next((item for item in shown if item >= Intrusion.PLACE), None)
        return [Group(item, found[item], warns=item == first) for item in shown]


def find(answers: Answers, reader: Reader, day: date) -> Finding:
    """What the hub holds for these answers and this reader. Five queries, however much it is."""
    pages = in_finder(reader).for_asker(answers.given["who"]).law_in(answers.given["where"])
    fitting = [page for page in pages if fits(page, answers)]
    prefetch_related_objects(fitting, "versions")
    return sort_out(fitting, day)


def sort_out(fitting: Iterable[ProvisionPage], day: date) -> Finding:
    """What holds on the day, the least intrusive first; what doesn't, apart. `acts` is known."""
    results, not_available = [], []
    for page in fitting:
        version = version_in_use(page, day)
        if version is None:
            not_available.append(not_in_use(page, day))
        else:
            results.append(Result(page, version, page.acts))
    return Finding(sorted(results, key=least_first), not_available)


def in_finder(reader: Reader) -> ProvisionQuerySet:
    """Provisions of the finder that this reader may see; tactics are for practitioners only."""
    pages = without_texts(readable_pages(ProvisionPage.objects.in_finder(), reader))
    return pages if PRACTITIONER in reader.tokens else pages.filter(is_tactic=False)


def fits(page: ProvisionPage, answers: Answers) -> bool:
    """A duty to keep people safe fits whatever the problem is, and whoever is in a place."""
    if page.intrusion == Intrusion.SAFEGUARDING:
        return answers.about == Concern.PLACE or answers.about in page.concerns
    return answers.problem in page.problems and answers.about in page.concerns


def version_in_use(page: ProvisionPage, day: date) -> ProvisionVersion | None:
    """The version that holds on a day. What is unclear, piloted or ended doesn't hold."""
    version = page.version_as_at(day)
    if version is None or version.status != Status.IN_FORCE or version.has_ended_by(day):
        return None
    return version


def not_in_use(page: ProvisionPage, day: date) -> NotAvailable:
    version = page.version_as_at(day) or page.shown_version
    banner = status_banner(version, day)
    if banner is None:
        return NotAvailable(page, _("We hold no text of it that is in force"), "")
    return NotAvailable(page, banner.title, banner.text)


def least_first(result: Result) -> tuple[int, bool]:
    """Within a step, what the asker may do themselves comes first; else the act's own order."""
    return result.intrusion, not result.acts


def protecting(reader: Reader, day: date) -> list[ProvisionPage]:
    """Duties to keep people safe that hold today, for whoever asks. Three queries."""
    pages = list(in_finder(reader).filter(intrusion=Intrusion.SAFEGUARDING))
    prefetch_related_objects(pages, "versions")
    return [page for page in pages if version_in_use(page, day)]


def chosen_among(results: Iterable[Result], ids: Iterable[str]) -> list[Result]:
    """Those that somebody ticked, in the order of the results. What isn't there can't be chosen."""
    wanted = set(ids)
    return [result for result in results if str(result.page.pk) in wanted]
