from django.core.files.base import ContentFile
from wagtail.models import Collection

from hub.demo.loader.content import Fact, folder
from hub.demo.loader.pages import Shelf
from hub.demo.tools.making import made
from hub.guidance.models import ToolIndexPage, ToolPage
from hub.pages.models import HubDocument

COLLECTION = "Tools to take away"


def load_tools(shelf: Shelf) -> None:
    """The tools that are missing, each with its document. Files of the others aren't made."""
    index = ToolIndexPage.objects.get()
    for fact in folder("tools"):
        if fact["id"] not in shelf.pages:
            shelf.ensure(index, tool_page(fact), fact)


def tool_page(fact: Fact) -> ToolPage:
    return ToolPage(
        title=fact["title"],
        summary=fact["summary"].strip(),
        document=document_for(fact),
        how_long=fact["how_long"],
        who_fills_it_in=fact["who_fills_it_in"],
        what_it_is_for=fact["what_it_is_for"].strip(),
        when_to_use="\n".join(fact["when_to_use"]),
        when_not_to_use="\n".join(fact["when_not_to_use"]),
        what_not_to_write="\n".join(fact["what_not_to_write"]),
    )


def document_for(fact: Fact) -> HubDocument:
    """The document of that title: the one that is there, even if somebody changed its file."""
    collection = tools_collection()
    found = HubDocument.objects.filter(title=fact["title"], collection=collection).first()
    if found:
        return found
    name, data = made(fact["slug"])
    return HubDocument.objects.create(
        title=fact["title"],
        file=ContentFile(data, name=name),
        file_size=len(data),
        collection=collection,
    )


def tools_collection() -> Collection:
    """Open like the pages: it has no restriction and stands below the root, which has none."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=COLLECTION).first()
    return found or root.add_child(name=COLLECTION)
