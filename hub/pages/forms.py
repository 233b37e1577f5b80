"""What the CMS checks before a page is published, each with its message beside the field."""

from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from hub.access.collections import rule_of_collection
from hub.access.pages import rule_of_page
from hub.access.rules import Rule, is_no_wider

PUBLISH = "action-publish"


class HubPageForm(WagtailAdminPageForm):
    """Refuses to publish a closed page whose pictures or files anyone could fetch."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        body = cleaned.get("body")
        if PUBLISH in self.data and body is not None:
            wanted = rule_of_page(self.instance if self.instance.pk else self.parent_page)
            wider = [str(item) for item in media_in(body) if not fits(item, wanted)]
            if wider:
                self.add_error("body", wider_message(wider))
        return cleaned


def media_in(body: StreamValue) -> list[AbstractImage | AbstractDocument]:
    """The images and documents that a body shows or links to. One query for each."""
    found = {
        (model, object_id)
        for model, object_id, _path, _place in body.stream_block.extract_references(body)
        if issubclass(model, AbstractImage | AbstractDocument)
    }
    items = [model.objects.filter(pk=pk).first() for model, pk in sorted(found, key=str)]
    return [item for item in items if item is not None]


def fits(item: AbstractImage | AbstractDocument, wanted: Rule) -> bool:
    return is_no_wider(rule_of_collection(item.collection), wanted)


def wider_message(names: list[str]) -> str:
    return _(
        "This page is not for everyone, but more people could open %(names)s. "
        "Move them to a collection that is as closed as the page."
    ) % {"names": get_text_list(names, _("and"))}
