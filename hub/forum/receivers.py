from typing import Any

from wagtail.models import Page

from hub.forum.services.growing import tell_of_publishing


def page_published_first(instance: Page, **_kwargs: Any) -> None:
    tell_of_publishing(instance)
