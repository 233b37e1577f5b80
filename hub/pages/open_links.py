"""Links in text, as one reader may follow them."""

import re
from collections.abc import Sequence

from wagtail.documents import get_document_model
from wagtail.models import Page

from hub.access.collections import readable_media
from hub.access.readers import Reader
from hub.access.restrictions import Restriction, clauses_for_path, page_restrictions
from hub.access.rules import rule
from hub.pages.addresses import root_paths
from hub.pages.links import Target, known_targets, targets_of

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
FILE = re.compile(r"/documents/(\d{1,9})/")


def with_open_links(html: str, reader: Reader) -> str:
    """The text, where a link to a page or file that this reader can't open keeps its words only.

    The address alone would tell that it exists, and a file's address its name. One query, and the
    restrictions, where an address of this site was typed as text; links to pages made with the
    chooser are known already. Two more where files are linked.
    """
    addresses = {match[1] for match in LINK.finditer(html)}
    if not addresses:
        return html
    files = {address for address in addresses if FILE.match(address)}
    closed = closed_addresses(addresses - files, reader) | closed_files(files, reader)
    if not closed:
        return html
    return LINK.sub(lambda match: match[2] if match[1] in closed else match[0], html)


def closed_files(addresses: set[str], reader: Reader) -> frozenset[str]:
    """Those of the addresses of documents that are closed to the reader, or are no more."""
    ids = {address: int(match[1]) for address in addresses if (match := FILE.match(address))}
    if not ids:
        return frozenset()
    documents = readable_media(get_document_model().objects.filter(pk__in=ids.values()), reader)
    shown = set(documents.values_list("pk", flat=True))
    return frozenset(address for address, pk in ids.items() if pk not in shown)


def closed_addresses(addresses: set[str], reader: Reader) -> frozenset[str]:
    """Those of the addresses that belong to a page which is closed to the reader or not live."""
    targets = {target.url: target for target in known_targets().values() if target}
    unknown = addresses - targets.keys()
    if unknown:
        targets |= {target.url: target for target in targets_at(unknown)}
    restrictions = page_restrictions()
    return frozenset(
        address
        for address in addresses & targets.keys()
        if not is_open(targets[address], restrictions, reader)
    )


def is_open(target: Target, restrictions: Sequence[Restriction], reader: Reader) -> bool:
    return target.live and reader.may_read(rule(*clauses_for_path(target.path, restrictions)))


def targets_at(addresses: set[str]) -> list[Target]:
    """The pages at these addresses of this host. One query."""
    roots = {root.root_path.rstrip("/") for root in root_paths()}
    paths = [f"{root}{address}" for root in roots for address in addresses]
    return [target for _, target in targets_of(Page.objects.filter(url_path__in=paths))]
