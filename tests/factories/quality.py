"""What the checks say of a page with the given texts."""

from typing import Any

from hub.pages.models import HubPage
from hub.quality.checks import page_findings
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding
from tests.factories import pages


def found(page: HubPage, kind: FindingKind) -> list[Finding]:
    """The findings of one kind."""
    return [finding for finding in page_findings(page) if finding.kind is kind]


def said(kind: FindingKind, *texts: str, **fields: Any) -> list[str]:
    """What is said of a guidance page with these paragraphs, in HTML or as plain words."""
    html = [text if text.startswith("<") else f"<p>{text}</p>" for text in texts]
    fields.setdefault("body", [("paragraph", text) for text in html])
    fields.setdefault("summary", "What to do first.")
    return [finding.what for finding in found(pages.guidance(**fields), kind)]
