"""What the editor of rich text gets to know of a link: no address of what is closed to its author.

Saved, the link keeps its page or document: the editor stores the id alone.
"""

from typing import Any

from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.documents import get_document_model
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from hub.access.shown_names import closed_name, is_closed


class PageLinks(PageLinkElementHandler):
    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        """The editor shows an address as the words of the link's label. One query more."""
        data = super().get_attribute_data(attrs)
        page = Page(pk=data["id"])
        if data["url"] is None or not is_closed(page):
            return data
        return {"id": page.pk, "url": closed_name(page), "parentId": None}


class DocumentLinks(DocumentLinkElementHandler):
    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        """One query more."""
        data = super().get_attribute_data(attrs)
        document = get_document_model()(pk=data.get("id"))
        if "url" not in data or not is_closed(document):
            return data
        return {"id": document.pk, "url": "#", "filename": closed_name(document)}


def hide_closed_links(features: FeatureRegistry) -> None:
    """Puts these in the place of Wagtail's, whose other rules stay."""
    rules = features.converter_rules_by_converter["contentstate"]
    rules["link"]["from_database_format"]['a[linktype="page"]'] = PageLinks("LINK")
    links = DocumentLinks("DOCUMENT")
    rules["document-link"]["from_database_format"]['a[linktype="document"]'] = links
