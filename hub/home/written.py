"""The pages about the hub that every hub starts with, and how they come into being."""

from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone
from wagtail.models import Locale, Page

from hub.home.models import InformationPage
from hub.pages.written import body_stream

CONTENT = Path(__file__).parent / "content"


def written(folder: str) -> list[dict[str, Any]]:
    """Every page of a folder below content/, in the order of the file names.

    A folder with the name of a page holds the chapters below that page.
    """
    paths = sorted((CONTENT / folder).glob("*.yaml"))
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]


def ensure_information(parent: Page, item: dict[str, Any], locale: Locale) -> InformationPage:
    """The page of that name, wherever somebody moved it, or a new one below the parent.

    Text that stands there already is left alone: it is the editors' from the first day on.
    """
    found = InformationPage.objects.filter(seed_name=item["seed_name"]).first()
    if found is not None:
        return found
    page = InformationPage(
        **{name: value for name, value in item.items() if name != "body"},
        locale=locale,
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
    )
    page.body = body_stream(item["seed_name"], item["body"], {})
    return parent.add_child(instance=page)
