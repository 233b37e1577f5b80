from typing import Any

from wagtail.models import Page

from hub.sharing.services.publishing import tell_of_publishing


def example_published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    tell_of_publishing(instance)
