"""Documents, for search and whatever else loops over the registry."""

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.access.collections import readable_media, rule_of_media
from hub.access.readers import Reader
from hub.access.registry import Card, Document, Kind, Section, register
from hub.access.restrictions import clauses_for_path, collection_restrictions
from hub.access.rules import rule
from hub.access.sensitive import is_sensitive
from hub.files.extraction.parts import Part
from hub.files.models import FileText
from hub.pages.models import HubDocument


def live_documents() -> QuerySet:
    return HubDocument.objects.select_related("collection", "text")


def readable_documents(reader: Reader) -> QuerySet:
    return readable_media(HubDocument.objects.all(), reader)


def document(item: HubDocument) -> Document:
    """A section for each part of the file: one can be jumped to where a browser can show it."""
    text = getattr(item, "text", None)
    parts = text.read_parts() if text and text.file == item.file.name else []
    return Document(
        title=item.title,
        summary=item.in_words,
        sections=tuple(section_of(part, item) for part in parts),
        date=timezone.localdate(item.created_at),
    )


def section_of(part: Part, item: HubDocument) -> Section:
    """Browsers open a PDF at its page; whatever else is downloaded has no place to jump to."""
    if PurePosixPath(item.file.name).suffix.lower() == ".pdf":
        heading = _("Page %(n)d") % {"n": part.number}
        return Section(anchor=f"page={part.number}", heading=heading, text=part.text)
    return Section(anchor="", heading=part.name, text=part.text)


def card(item: HubDocument) -> Card:
    return Card(
        kind="document",
        title=item.title,
        url=item.url,
        date=timezone.localdate(item.created_at),
        meta=(item.in_words,),
    )


def document_of(text: FileText) -> Iterable[HubDocument]:
    return [text.document]


def sensitive_documents(ids: Collection[int]) -> set[int]:
    """One query beside that of the restrictions."""
    known = collection_restrictions()
    paths = HubDocument.objects.filter(pk__in=ids).values_list("pk", "collection__path")
    return {pk for pk, path in paths if is_sensitive(rule(*clauses_for_path(path, known)))}


register(
    Kind(
        name="document",
        label=gettext_lazy("Document"),
        plural=gettext_lazy("Documents"),
        icon="file-text",
        order=110,
        model=HubDocument,
        live=live_documents,
        readable=readable_documents,
        rule=rule_of_media,
        address=lambda item: item.url,
        document=document,
        card=card,
        sensitive=sensitive_documents,
        parts={FileText: document_of},
    )
)
