"""What places in the hub found that did it. It stands beside studies and is never counted in."""

from dataclasses import dataclass

from wagtail.models import Page

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.guidance.models import PracticePage
from hub.pages.models import Citation

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class LocalExample:
    title: str
    url: str
    place: str
    years: str
    found: str
    did_not_work: str
    evidence: str


def local_experience(page: Page, reader: Reader) -> list[LocalExample]:
    """Practice examples that name this page and that this reader may see. One query.

    What measured more comes first. Withdrawn ones aren't experience any more.
    """
    naming = Citation.objects.pointing_at(page).filter(source_kind=PracticePage.kind_name)
    pages = PracticePage.objects.filter(pk__in=naming.values("source_id"), withdrawn_on=None)
    shown = readable_pages(pages, reader).order_by("-evidence_level", "title")[:MOST_SHOWN]
    return [
        LocalExample(
            title=item.title,
            url=item.url or "",
            place=item.place,
            years=item.years,
            found=item.results,
            did_not_work=item.what_did_not_work,
            evidence=item.get_evidence_level_display(),
        )
        for item in shown
    ]
