"""What search engines are told of a page in their own language: JSON-LD, in words of schema.org."""

import json
from datetime import date
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from hub.access.pages import rule_of_page
from hub.access.rules import EVERYONE

# Or the words of a title could end the element that they stand in.
UNSAFE = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&"})
NAME = "Common Ground"


class DescribedPage:
    """A kind says what its pages are in `schema_type`."""

    schema_type: ClassVar[str] = "Article"

    def linked_data(self, request: HttpRequest) -> SafeString:
        """For the head of a page that everybody may read; of any other page nothing is told."""
        if not (self.pk and self.live) or rule_of_page(self) != EVERYONE:
            return SafeString()
        text = json.dumps(self.facts_for_machines(request)).translate(UNSAFE)
        # Data, which no browser runs, so that no content policy has to let it in.
        return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 escaped above

    def facts_for_machines(self, request: HttpRequest) -> dict[str, Any]:
        """Nothing that the page doesn't show, and no person. Asks nothing more of the database."""
        address, site = (request.build_absolute_uri(to) for to in (self.url, "/"))
        card = self.card()
        facts = {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "@id": address,
            "url": address,
            "name": card.title,
            "description": card.summary,
            "inLanguage": "en-GB",
            "dateModified": iso(card.date),
            "lastReviewed": iso(self.reviewed_on),
            "version": self.live_revision_id,
            "creativeWorkStatus": "Withdrawn" if self.withdrawn_on else "Published",
            "spatialCoverage": [{"@type": "Place", "name": name} for name in self.nation_names],
            "citation": [block.value["url"] for block in self.sources if block.value["url"]],
            "isPartOf": {"@type": "WebSite", "name": NAME, "url": site},
            "publisher": {"@type": "Organization", "name": NAME, "url": site},
            "mainEntity": {"@type": self.schema_type, "name": card.title, "url": address},
        }
        return {name: fact for name, fact in facts.items() if fact}


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""
