"""Links in text, as one reader may follow them."""

import re
from collections.abc import Sequence

from wagtail.models import Page

from hub.access.readers import Reader
from hub.access.restrictions import Restriction, clauses_for_path, page_restrictions
from hub.access.rules import rule
from hub.pages.addresses import root_paths
from hub.pages.links import Target, known_targets, targets_of

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def with_open_links(html: str, reader: Reader) -> str:
    """The text, where a link to a page that this reader can't open keeps its words only.

    The address alone would tell that the page exists. One query, and the restrictions, where an
    address of this site was typed as text; links made with the chooser are known already.
    """
    addresses = {match[1] for match in LINK.finditer(html)}
    closed = closed_addresses(addresses, reader) if addresses else frozenset()
    if not closed:
        return html
    return LINK.sub(lambda match: match[2] if match[1] in closed else match[0], html)


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
